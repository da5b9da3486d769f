package dev.understudy.plan;

import dev.understudy.learn.LearnLimits;
import dev.understudy.learn.Learner;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.semantic.LocaleGuess;
import java.util.List;

/**
 * What the operator wants.
 *
 * @param scale    factor on the rows of subject tables, above 0
 * @param tables   wishes for tables; an exact name beats a pattern, a later pattern an earlier one
 * @param columns  meanings of columns, likewise
 * @param subjects patterns of the tables that are subjects; empty to let the facts decide
 * @param k        families that must share whatever is kept; 5 to 1,000
 * @param rowsPerEmptyTable rows of each table that has none in the source; 0 to leave it empty
 * @param links    links that the database does not declare
 * @param rules    conditions and totals that the database does not declare
 * @param learner  what learns how columns are spread
 * @param locale   where made-up people live, one of {@link LocaleGuess#known()}
 * @param refine   whether rows that a classifier tells from real ones are to be drawn again
 * @param limits   how much learning may take
 */
public record PlanSettings(
        double scale,
        List<TableRule> tables,
        List<ColumnRule> columns,
        List<String> subjects,
        int k,
        long rowsPerEmptyTable,
        List<LinkRule> links,
        List<String> rules,
        Learner learner,
        String locale,
        boolean refine,
        LearnLimits limits) {
    public static final PlanSettings DEFAULT = new PlanSettings(1.0, List.of(), List.of(), List.of(), 10);
    private static final int FEWEST_K = 5;
    private static final int MOST_K = 1000;

    /** Tables without rows in the source stay empty. */
    public PlanSettings(double scale, List<TableRule> tables, List<ColumnRule> columns, List<String> subjects, int k) {
        this(scale, tables, columns, subjects, k, 0);
    }

    /** No links and rules but those that the database declares. */
    public PlanSettings(
            double scale,
            List<TableRule> tables,
            List<ColumnRule> columns,
            List<String> subjects,
            int k,
            long rowsPerEmptyTable) {
        this(
                scale,
                tables,
                columns,
                subjects,
                k,
                rowsPerEmptyTable,
                List.of(),
                List.of(),
                Learner.TREES,
                LocaleGuess.AUTO,
                false,
                LearnLimits.DEFAULT);
    }

    /** The same wishes with these links. */
    public PlanSettings withLinks(List<LinkRule> newLinks) {
        return new PlanSettings(
                scale,
                tables,
                columns,
                subjects,
                k,
                rowsPerEmptyTable,
                newLinks,
                rules,
                learner,
                locale,
                refine,
                limits);
    }

    /** @throws UnderstudyException with {@code USAGE} for a number out of range */
    public PlanSettings {
        tables = List.copyOf(tables);
        columns = List.copyOf(columns);
        subjects = List.copyOf(subjects);
        links = List.copyOf(links);
        rules = List.copyOf(rules);
        if (!(scale > 0) || Double.isInfinite(scale)) {
            throw new UnderstudyException(Problem.USAGE, "The scale is %s; it must be above 0.".formatted(scale));
        }
        if (k < FEWEST_K || k > MOST_K) {
            throw new UnderstudyException(
                    Problem.USAGE, "privacy.k is %d; it must be %d to %d.".formatted(k, FEWEST_K, MOST_K));
        }
        if (rowsPerEmptyTable < 0) {
            throw new UnderstudyException(
                    Problem.USAGE, "rows-per-empty-table is %d; it must be 0 or more.".formatted(rowsPerEmptyTable));
        }
        if (!LocaleGuess.known().contains(locale)) {
            throw new UnderstudyException(
                    Problem.USAGE,
                    "locale: %s is not known; %s"
                            .formatted(locale, NearestName.suggestion(locale, LocaleGuess.known())));
        }
        for (TableRule rule : tables) {
            if (rule.rows().isPresent() && rule.rows().getAsLong() < 0) {
                throw new UnderstudyException(
                        Problem.USAGE,
                        "The rows of tables.%s are %d; they must be 0 or more."
                                .formatted(rule.pattern(), rule.rows().getAsLong()));
            }
            if (rule.scale().isPresent() && !(rule.scale().getAsDouble() > 0)) {
                throw new UnderstudyException(
                        Problem.USAGE,
                        "The scale of tables.%s is %s; it must be above 0."
                                .formatted(rule.pattern(), rule.scale().getAsDouble()));
            }
        }
    }
}
