package dev.understudy.plan;

import dev.understudy.data.Storage;
import dev.understudy.schema.ColumnType;
import dev.understudy.schema.TypeFamily;
import java.util.Set;

/** Whether values of one type can be keys of another, as the servers compare them without being told how. */
public final class FittingTypes {
    private static final Set<TypeFamily> KEYS = Set.of(
            TypeFamily.INTEGER,
            TypeFamily.DECIMAL,
            TypeFamily.TEXT,
            TypeFamily.UUID,
            TypeFamily.DATE,
            TypeFamily.TIMESTAMP,
            TypeFamily.TIMESTAMP_ZONED,
            TypeFamily.BOOLEAN,
            TypeFamily.ENUM,
            TypeFamily.BINARY);

    private FittingTypes() {}

    /** @param child of the column that points; @param parent of the key that it points at */
    public static boolean fit(ColumnType child, ColumnType parent) {
        if (!KEYS.contains(child.family()) || !KEYS.contains(parent.family())) {
            return false;
        }
        if (isWhole(child) && isWhole(parent)) {
            return true;
        }
        if (child.family() != parent.family()) {
            return false;
        }
        return switch (child.family()) {
            case DECIMAL ->
                Storage.of(child) == Storage.of(parent) && Storage.scaleOf(child) == Storage.scaleOf(parent);
            case ENUM -> child.baseName().equals(parent.baseName());
            default -> true;
        };
    }

    private static boolean isWhole(ColumnType type) {
        return type.family() == TypeFamily.INTEGER
                || type.family() == TypeFamily.DECIMAL
                        && Storage.of(type) == Storage.LONG
                        && Storage.scaleOf(type) == 0;
    }
}
