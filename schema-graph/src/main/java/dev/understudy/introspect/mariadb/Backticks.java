package dev.understudy.introspect.mariadb;

import dev.understudy.schema.TableName;

/** Names as they stand in statements to the catalog. */
final class Backticks {
    private Backticks() {}

    static String quote(String name) {
        return '`' + name.replace("`", "``") + '`';
    }

    static String quote(TableName name) {
        return quote(name.schema()) + "." + quote(name.name());
    }
}
