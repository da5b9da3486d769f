package dev.understudy.graph;

/**
 * What a probe found out about one foreign key.
 *
 * @param oneToOne  true if no parent was seen with more than one child
 * @param nullShare share of child rows without a parent, 0 to 1
 * @param listed    true if a check lists which parents there may be, so that these are kinds and own nothing
 */
public record LinkFacts(boolean oneToOne, double nullShare, boolean listed) {

    /** Of a link that nobody looked into: parents may have many children, every child has a parent. */
    public static final LinkFacts UNKNOWN = new LinkFacts(false, 0, false);

    public LinkFacts {
        if (!(nullShare >= 0 && nullShare <= 1)) {
            throw new IllegalArgumentException("A share of nulls of %s; it lies in 0 to 1.".formatted(nullShare));
        }
    }

    public LinkFacts withNullShare(double share) {
        return new LinkFacts(oneToOne, share, listed);
    }
}
