package dev.understudy.learn;

import dev.understudy.concurrent.Workers;
import dev.understudy.schema.ForeignKey;

/**
 * What is worked out beside the columns of one table while they come into its cascade: times between moments, steps from sibling to
 * sibling, what siblings leave for each other.
 */
final class WorkedOutColumns {
    private final TableContext context;
    private final SummaryColumns summaries;
    private final TableSample sample;
    private final EncodedTable owner;
    private final String leading;
    private final DraftCascade cascade;
    private final RestQuotients quotients;
    private final Differences differences;

    /**
     * @param owner   the owner's table in codes; null for a subject
     * @param leading the table's first column that orders siblings; empty if none does
     * @param cascade columns are added to its end
     */
    WorkedOutColumns(
            TableContext context,
            SummaryColumns summaries,
            TableSample sample,
            EncodedTable owner,
            String leading,
            DraftCascade cascade,
            Workers workers) {
        this.context = context;
        this.summaries = summaries;
        this.sample = sample;
        this.owner = owner;
        this.leading = leading;
        this.cascade = cascade;
        this.quotients = new RestQuotients(sample, context.k());
        this.differences = new Differences(sample, owner, context.k(), workers);
    }

    /** Where siblings are ordered by part of a link, such as the year of a season, their steps are known once targets are. */
    void addBucketSteps() {
        int prefix = cascade.size();
        if (context.owning(sample.name()).isEmpty()) {
            return;
        }
        for (ForeignKey link : context.references(sample.name())) {
            int pair = link.childColumns().indexOf(leading);
            String bucket = pair < 0
                    ? ""
                    : ReferenceEncoding.bucketName(link, link.parentColumns().get(pair));
            for (int c = 0; c < prefix; c++) {
                EncodedColumn column = cascade.columns().get(c);
                if (column.name().equals(bucket)) {
                    SiblingSteps.of(sample, column, c, context.k()).ifPresent(cascade::add);
                }
            }
        }
    }

    /** Adds a column to the cascade, and what is worked out before and beside it. @return its place */
    int add(DrawnColumn one) {
        boolean leads = one.isWhole() && one.of().equals(leading);
        if (leads) {
            new SiblingPaces(sample, owner, context.k())
                    .addBefore(one.of(), one.of(), cascade.columns(), cascade.rests());
        }
        if (one.isWhole() && owner != null) {
            context.owning(sample.name())
                    .flatMap(summaries::periods)
                    .filter(found -> found.end().name().equals(one.of()))
                    .ifPresent(found ->
                            found.restsBeforeEnd(sample, owner, context.k()).forEach(cascade::add));
        }
        int place = cascade.size();
        cascade.add(one.column());
        if (one.isWhole()) {
            quotients.beside(cascade.columns()).forEach(cascade::add);
            differences.beside(cascade.columns()).forEach(cascade::add);
        }
        if (leads) {
            SiblingSteps.of(sample, one.column(), place, context.k()).ifPresent(cascade::add);
            SiblingRuns.of(sample, one.column(), context.k()).ifPresent(cascade::add);
        }
        return place;
    }

    /** Adds what siblings leave for those that follow, which is known once they are whole. */
    void addRests() {
        if (owner == null) {
            return;
        }
        for (RestColumns.Of rest : new RestColumns(context, summaries, sample, owner).all()) {
            quotients.add(rest, cascade.size());
            cascade.add(rest);
        }
    }
}
