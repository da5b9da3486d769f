package dev.understudy.semantic;

import dev.understudy.random.Draws;
import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnType;
import dev.understudy.schema.TableName;
import dev.understudy.schema.TypeFamily;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Columns and values for tests. */
final class Columns {
    static final int K = 10;
    static final Draws PERSONAS = Draws.seeded(7).at("personas");

    private Columns() {}

    static TableName table(String name) {
        return new TableName("s", name);
    }

    static TableNames names(String table) {
        return TableNames.alone(table(table));
    }

    static Column text(String name) {
        return varchar(name, 0);
    }

    static Column varchar(String name, int length) {
        return Column.of(name, ColumnType.of(TypeFamily.TEXT, "varchar").withLength(length), true);
    }

    static TextObserver observed(int rows, IntFunction<String> values) {
        TextObserver observer = new TextObserver(K);
        for (int i = 0; i < rows; i++) {
            observer.observe(values.apply(i), i);
        }
        return observer;
    }

    static ColumnContext context(String column, Meaning meaning, int length, boolean unique, long distinct) {
        return new ColumnContext(table("t"), varchar(column, length), meaning, "en", unique, distinct);
    }

    static TextMaker maker(TextRecipe recipe, String column) {
        return TextMaker.of(recipe, PERSONAS, Draws.seeded(7).at(column));
    }

    /** Rows 0 to count - 1, each its own persona. */
    static List<String> make(TextMaker maker, int count) {
        return IntStream.range(0, count).mapToObj(i -> maker.make(i, i, i)).toList();
    }
}
