package dev.understudy.cli.config;

import dev.understudy.learn.Learner;
import dev.understudy.plan.RowMode;
import dev.understudy.plan.TableRule;
import dev.understudy.problem.UnderstudyException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** What a configuration says of tables. */
public final class TableEntries {
    private TableEntries() {}

    /** @throws UnderstudyException with {@code USAGE} for an unknown word */
    public static List<TableRule> rules(Map<String, Configuration.TableEntry> entries) {
        return entries.entrySet().stream().map(TableEntries::rule).toList();
    }

    private static TableRule rule(Map.Entry<String, Configuration.TableEntry> entry) {
        Configuration.TableEntry told = entry.getValue();
        Optional<RowMode> mode = told == null || told.mode() == null
                ? Optional.empty()
                : Optional.of(Words.constant(RowMode.class, told.mode(), "tables." + entry.getKey() + ".mode"));
        OptionalDouble scale =
                told == null || told.scale() == null ? OptionalDouble.empty() : OptionalDouble.of(told.scale());
        OptionalLong rows = told == null || told.rows() == null ? OptionalLong.empty() : OptionalLong.of(told.rows());
        Optional<Learner> learner = Optional.ofNullable(told == null ? null : told.learner())
                .map(name -> Words.constant(Learner.class, name, "tables." + entry.getKey() + ".learner"));
        return new TableRule(entry.getKey(), mode, scale, rows, learner);
    }
}
