package dev.understudy.connect;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.zip.CRC32C;
import org.sqlite.Function;

/** A hash of a text, which SQLite lacks: {@code understudy_hash(text)}, 32 bits without a sign, so that millions add up. */
final class SqliteHash extends Function {
    static void teach(Connection connection) throws SQLException {
        Function.create(connection, "understudy_hash", new SqliteHash(), 1, Function.FLAG_DETERMINISTIC);
    }

    @Override
    protected void xFunc() throws SQLException {
        String text = value_text(0);
        CRC32C sum = new CRC32C();
        sum.update((text == null ? "" : text).getBytes(StandardCharsets.UTF_8));
        result(sum.getValue());
    }
}
