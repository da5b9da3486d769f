package dev.understudy.found;

import dev.understudy.propose.NameWords;
import dev.understudy.schema.Column;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.Schema;
import dev.understudy.schema.Table;
import dev.understudy.schema.UniqueKey;
import java.util.HashSet;
import java.util.Set;

/** Which columns of a table tell rows apart, or point at some, and so are no numbers. */
final class Roles {
    private static final Set<String> KEY_WORDS =
            Set.of("id", "key", "code", "no", "nr", "num", "number", "uuid", "guid", "pk", "fk", "ref", "oid", "sk");

    private final Set<String> alone = new HashSet<>();
    private final Set<String> keys = new HashSet<>();
    private final Set<String> links = new HashSet<>();

    Roles(Schema schema, Table table) {
        for (UniqueKey key : table.keys()) {
            keys.addAll(key.columns());
            if (key.columns().size() == 1) {
                alone.add(key.columns().get(0));
            }
        }
        for (ForeignKey link : schema.foreignKeysOf(table.name())) {
            links.addAll(link.childColumns());
            if (link.isTyped()) {
                links.add(link.type().column());
            }
        }
        schema.foreignKeysTo(table.name()).forEach(link -> keys.addAll(link.parentColumns()));
        table.columns().stream().filter(column -> column.filling().counts()).forEach(column -> {
            keys.add(column.name());
            alone.add(column.name());
        });
    }

    /** True for a column that no row shares with another. */
    boolean isKeyAlone(Column column) {
        return alone.contains(column.name());
    }

    /** True for a column of a key or a link. */
    boolean isLinked(Column column) {
        return keys.contains(column.name()) || links.contains(column.name());
    }

    /** True for what is counted, measured or a time, as far as keys, links and the name tell. A time may be part of a key. */
    boolean isMeasure(Column column) {
        boolean part = !alone.contains(column.name()) && !links.contains(column.name()) && isTime(column);
        return (part || !isLinked(column))
                && !KEY_WORDS.contains(NameWords.of(column.name()).last());
    }

    private static boolean isTime(Column column) {
        return switch (column.type().family()) {
            case DATE, TIME, TIMESTAMP, TIMESTAMP_ZONED -> true;
            default -> false;
        };
    }
}
