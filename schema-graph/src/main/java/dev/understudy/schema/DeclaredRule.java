package dev.understudy.schema;

import java.util.List;
import java.util.Objects;

/**
 * A condition that the operator declares for the rows of one table. It may look at rows that their links lead to as well. No
 * database knows it.
 *
 * @param text   as the operator wrote it; its name
 * @param table  whose rows must meet it
 * @param sql    the same in the words of the source's vendor, every column as alias and name, both in quotes
 * @param joined rows that it looks at besides the row itself, whose alias is {@value #ROW}; each after those it starts from
 */
public record DeclaredRule(String text, TableName table, String sql, List<Joined> joined) {
    /** Alias of the row that must meet the condition. */
    public static final String ROW = "r";

    /**
     * The row that a link leads to.
     *
     * @param alias of that row
     * @param from  alias of the row that the link leaves
     */
    public record Joined(String alias, String from, ForeignKey link) {
        public Joined {
            Objects.requireNonNull(alias);
            Objects.requireNonNull(from);
            Objects.requireNonNull(link);
        }
    }

    public DeclaredRule {
        Objects.requireNonNull(text);
        Objects.requireNonNull(table);
        Objects.requireNonNull(sql);
        joined = List.copyOf(joined);
    }
}
