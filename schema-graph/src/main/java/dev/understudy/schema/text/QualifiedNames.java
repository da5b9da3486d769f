package dev.understudy.schema.text;

import dev.understudy.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Names like {@code "S"."T"} in a text that a catalog wrote, where every name is quoted: told apart from strings and
 * comments that only look like them. A pair may also be a table and its column; the caller knows which names exist.
 */
public final class QualifiedNames {
    private final String sql;
    private final char quote;

    private QualifiedNames(String sql, char quote) {
        this.sql = sql;
        this.quote = quote;
    }

    /** Texts of H2: names in double quotes or as {@code U&"..."}. */
    public static QualifiedNames ansi(String sql) {
        return new QualifiedNames(sql, '"');
    }

    /** Texts of MariaDB: names in backticks. */
    public static QualifiedNames backticks(String sql) {
        return new QualifiedNames(sql, '`');
    }

    private record Found(TableName name, int start, int end) {}

    /** Every pair in the order of the text, repeated as often as it stands there. */
    public List<TableName> names() {
        return found().stream().map(Found::name).toList();
    }

    /** The text with some pairs replaced. @param replacement SQL for a pair, or empty to leave it as it is */
    public String replace(Function<TableName, Optional<String>> replacement) {
        StringBuilder out = new StringBuilder();
        int copied = 0;
        for (Found pair : found()) {
            Optional<String> other = replacement.apply(pair.name());
            if (other.isPresent()) {
                out.append(sql, copied, pair.start()).append(other.get());
                copied = pair.end();
            }
        }
        return out.append(sql, copied, sql.length()).toString();
    }

    /** Contents of the strings in the text, in order, without their quotes. */
    public List<String> strings() {
        List<String> strings = new ArrayList<>();
        SqlScanner scanner = new SqlScanner(sql, quote);
        while (!scanner.atEnd()) {
            if (scanner.atString()) {
                strings.add(scanner.read());
            } else if (scanner.atName()) {
                scanner.read();
            } else {
                scanner.skip();
            }
        }
        return strings;
    }

    private List<Found> found() {
        List<Found> pairs = new ArrayList<>();
        SqlScanner scanner = new SqlScanner(sql, quote);
        while (!scanner.atEnd()) {
            if (scanner.atName()) {
                readChain(scanner).ifPresent(pairs::add);
            } else if (scanner.atString()) {
                scanner.read();
            } else {
                scanner.skip();
            }
        }
        return pairs;
    }

    /** Reads names joined by points; the first two count. */
    private static Optional<Found> readChain(SqlScanner scanner) {
        int start = scanner.position();
        String first = scanner.read();
        Found pair = null;
        while (scanner.atPoint()) {
            scanner.skipPoint();
            if (!scanner.atName()) {
                break;
            }
            String next = scanner.read();
            pair = pair == null ? new Found(new TableName(first, next), start, scanner.position()) : pair;
        }
        return Optional.ofNullable(pair);
    }
}
