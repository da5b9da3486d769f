package dev.understudy.sql.rules;

import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM;

/** Items of an array that stands in a condition: {@code ARRAY['a', 'b']} or {@code '{a,b}'::text[]}. */
final class ArrayItems {
    private ArrayItems() {}

    static List<Field<?>> of(Field<?> array) {
        Field<?> bare = array;
        while (bare instanceof QOM.Cast<?> cast) {
            bare = cast.$field();
        }
        if (bare instanceof QOM.Array<?> written) {
            // What stands after ANY arrives as the only item of another array.
            boolean wrapped = written.$elements().size() == 1
                    && isArray(written.$elements().get(0));
            return wrapped ? of(written.$elements().get(0)) : List.copyOf(written.$elements());
        }
        if (bare instanceof Param<?> literal && literal.getValue() instanceof String text) {
            return of(text);
        }
        throw new Untranslatable("array");
    }

    private static boolean isArray(Field<?> item) {
        return item instanceof QOM.Array<?> || item.getDataType().isArray();
    }

    private static List<Field<?>> of(String text) {
        if (!text.startsWith("{") || !text.endsWith("}") || text.matches("(?s).*[\"\\\\].*")) {
            throw new Untranslatable("array");
        }
        List<Field<?>> items = new ArrayList<>();
        for (String item : text.substring(1, text.length() - 1).split(",")) {
            items.add(DSL.val(item));
        }
        return items;
    }
}
