package dev.understudy.load.postgresql;

import dev.understudy.data.ColumnVector;
import dev.understudy.data.TextVector;

/** Texts as PostgreSQL can hold them: without the character 0, which other databases allow. */
final class PlainText {
    private PlainText() {}

    static String of(ColumnVector values, int row) {
        String text = ((TextVector) values).get(row);
        return text.indexOf('\0') < 0 ? text : text.replace("\0", "");
    }
}
