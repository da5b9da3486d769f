package dev.understudy.graph;

/**
 * What a probe found out about one foreign key.
 *
 * @param oneToOne  true if no parent was seen with more than one child
 * @param nullShare share of child rows without a parent, 0 to 1
 */
public record LinkFacts(boolean oneToOne, double nullShare) {

    /** Of a link that nobody looked into: parents may have many children, every child has a parent. */
    public static final LinkFacts UNKNOWN = new LinkFacts(false, 0);

    public LinkFacts {
        if (!(nullShare >= 0 && nullShare <= 1)) {
            throw new IllegalArgumentException("A share of nulls of %s; it lies in 0 to 1.".formatted(nullShare));
        }
    }
}
