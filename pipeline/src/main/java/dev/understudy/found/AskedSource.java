package dev.understudy.found;

import dev.understudy.data.LinkSource;
import dev.understudy.plan.ConfiguredRules;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.schema.Declarations;
import dev.understudy.schema.DeclaredRule;
import dev.understudy.schema.DeclaredTotal;
import dev.understudy.schema.Schema;
import dev.understudy.schema.TableName;
import dev.understudy.sql.statement.Evidence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Asks the source how many rows keep what a sample lets suppose: one query for each table and link, in the words in which
 * {@code verify} asks for a rule. What it does not answer in time stays what the sample says.
 */
final class AskedSource {
    private static final Duration MOST_EACH = Duration.ofSeconds(2);
    private static final Duration MOST_IN_ALL = Duration.ofSeconds(8);

    private final Schema schema;
    private final LinkSource source;
    private final Predicate<TableName> small;
    private final Evidence evidence;
    private final long endNanos = System.nanoTime() + MOST_IN_ALL.toNanos();

    /** @param small tables that may be looked at as a whole */
    AskedSource(Schema schema, LinkSource source, Predicate<TableName> small) {
        this.schema = schema;
        this.source = source;
        this.small = small;
        this.evidence = new Evidence(schema.vendor());
    }

    /** @param candidates of one table. @return those that all rows, or nearly all, keep */
    List<FoundDependency> about(List<Candidate> candidates) {
        List<FoundDependency> found = new ArrayList<>();
        Map<Object, List<Candidate>> together = new LinkedHashMap<>();
        for (Candidate one : candidates) {
            boolean isSmall = one.columns().stream().allMatch(column -> small.test(column.table()));
            if (one.whole() || !isSmall) {
                add(one, one.rows(), one.broken(), !one.whole(), found);
            } else if (one.kind() == Kind.DETERMINES || one.kind() == Kind.TOTAL) {
                ask(one, found);
            } else {
                List<TableName> tables = one.columns().stream()
                        .map(column -> column.table())
                        .distinct()
                        .sorted()
                        .toList();
                together.computeIfAbsent(tables, same -> new ArrayList<>()).add(one);
            }
        }
        together.values().forEach(some -> ask(some, found));
        return found;
    }

    private void ask(Candidate one, List<FoundDependency> found) {
        Optional<String> query = one.kind() == Kind.DETERMINES
                ? Optional.of(evidence.determined(
                        one.table(),
                        one.columns().get(0).column(),
                        one.columns().get(1).column()))
                : read(one).map(declared -> declared.totals().get(0)).map(this::query);
        query.ifPresent(text -> add(List.of(one), answer(text, 2), found));
    }

    private String query(DeclaredTotal total) {
        return evidence.of(
                total,
                schema.table(total.link().parent())
                        .flatMap(table -> table.column(total.column()))
                        .orElseThrow()
                        .type());
    }

    private void ask(List<Candidate> some, List<FoundDependency> found) {
        List<Candidate> asked = new ArrayList<>();
        List<DeclaredRule> rules = new ArrayList<>();
        for (Candidate one : some) {
            read(one).ifPresent(declared -> {
                asked.add(one);
                rules.add(declared.rules().get(0));
            });
        }
        if (!rules.isEmpty()) {
            add(asked, answer(evidence.of(rules), 2 * rules.size()), found);
        }
    }

    /** Empty for what is no rule that could be kept. */
    private Optional<Declarations> read(Candidate one) {
        try {
            return Optional.of(
                    ConfiguredRules.added(schema, List.of(one.text())).declarations());
        } catch (UnderstudyException e) {
            return Optional.empty();
        }
    }

    private Optional<long[]> answer(String query, int count) {
        Duration left = Duration.ofNanos(endNanos - System.nanoTime());
        return left.toSeconds() < 1
                ? Optional.empty()
                : source.numbers(query, count, left.compareTo(MOST_EACH) < 0 ? left : MOST_EACH);
    }

    private static void add(List<Candidate> asked, Optional<long[]> answer, List<FoundDependency> found) {
        for (int i = 0; i < asked.size(); i++) {
            Candidate one = asked.get(i);
            long rows = answer.isPresent() ? answer.get()[2 * i] : one.rows();
            long broken = answer.isPresent() ? answer.get()[2 * i + 1] : one.broken();
            add(one, rows, broken, answer.isEmpty(), found);
        }
    }

    private static void add(Candidate one, long rows, long broken, boolean sampled, List<FoundDependency> found) {
        if (broken <= Candidate.NEARLY * rows) {
            found.add(one.found(rows, broken, sampled));
        }
    }
}
