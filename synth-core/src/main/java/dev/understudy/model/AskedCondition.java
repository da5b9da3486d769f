package dev.understudy.model;

import java.util.List;

/**
 * A condition that every new row must meet and that only the database can judge.
 *
 * @param name    constraint, or what else would fail
 * @param text    the condition in the language of the source's vendor, over columns of one table
 * @param columns those that it looks at
 */
public record AskedCondition(String name, String text, List<String> columns) {
    public AskedCondition {
        columns = List.copyOf(columns);
    }
}
