package dev.understudy.schema.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line between the parentheses of MariaDB's CREATE TABLE.
 *
 * @param kind  what it defines
 * @param name  name of the column or constraint; {@code PRIMARY} for the primary key, empty for a period
 * @param parts columns of a key, in key order; empty for anything else
 * @param check condition of a check, or of the check that a column carries; empty if there is none
 * @param text  the whole line without its comma
 */
public record TableItem(Kind kind, String name, List<Part> parts, String check, String text) {
    private static final Pattern KEY = Pattern.compile("(?:(UNIQUE|FULLTEXT|SPATIAL|VECTOR) )?KEY ");

    /** What a line defines. */
    public enum Kind {
        COLUMN,
        PRIMARY_KEY,
        UNIQUE_KEY,
        KEY,
        /** FULLTEXT, SPATIAL and the like: InnoDB builds one of them at a time. */
        SPECIAL_KEY,
        LINK,
        CHECK,
        PERIOD
    }

    /**
     * A part of a key.
     *
     * @param column     its column; empty if the part is an expression
     * @param expression SQL of what is indexed, if it is not the whole column; else empty
     */
    public record Part(String column, String expression) {}

    public TableItem {
        parts = List.copyOf(parts);
    }

    static TableItem of(String text) {
        SqlScanner scanner = new SqlScanner(text, '`');
        Matcher key = KEY.matcher(text);
        if (scanner.atName()) {
            return new TableItem(Kind.COLUMN, scanner.read(), List.of(), checkOf(text), text);
        }
        if (text.startsWith("PRIMARY KEY")) {
            return new TableItem(Kind.PRIMARY_KEY, "PRIMARY", partsOf(text), "", text);
        }
        if (key.lookingAt()) {
            Kind kind = key.group(1) == null
                    ? Kind.KEY
                    : key.group(1).equals("UNIQUE") ? Kind.UNIQUE_KEY : Kind.SPECIAL_KEY;
            return new TableItem(kind, firstName(text), partsOf(text), "", text);
        }
        if (text.startsWith("CONSTRAINT ") || text.startsWith("CHECK ")) {
            String check = checkOf(text);
            return new TableItem(check.isEmpty() ? Kind.LINK : Kind.CHECK, firstName(text), List.of(), check, text);
        }
        return new TableItem(Kind.PERIOD, "", List.of(), "", text);
    }

    private static String firstName(String text) {
        SqlScanner scanner = new SqlScanner(text, '`');
        while (!scanner.atEnd() && !scanner.atName()) {
            scanner.skip();
        }
        return scanner.atEnd() ? "" : scanner.read();
    }

    /** The condition behind the word CHECK, without its parentheses. */
    private static String checkOf(String text) {
        SqlScanner scanner = new SqlScanner(text, '`');
        while (!scanner.atEnd()) {
            if (scanner.at("CHECK (")) {
                int start = scanner.position() + "CHECK (".length();
                while (!scanner.at("(")) {
                    scanner.skip();
                }
                scanner.skipPart();
                return text.substring(start, scanner.position() - 1);
            }
            scanner.skipPart();
        }
        return "";
    }

    private static List<Part> partsOf(String text) {
        SqlScanner scanner = new SqlScanner(text, '`');
        while (!scanner.at("(")) {
            scanner.skipPart();
        }
        List<Part> parts = new ArrayList<>();
        while (!scanner.atEnd() && !scanner.at(")")) {
            scanner.skip();
            int start = scanner.position();
            while (!scanner.atEnd() && !scanner.at(",") && !scanner.at(")")) {
                scanner.skipPart();
            }
            parts.add(part(text.substring(start, scanner.position())));
        }
        return parts;
    }

    private static Part part(String text) {
        SqlScanner scanner = new SqlScanner(text, '`');
        if (!scanner.atName()) {
            return new Part("", text);
        }
        String column = scanner.read();
        String quoted = text.substring(0, scanner.position());
        if (!scanner.at("(")) {
            return new Part(column, "");
        }
        String length = text.substring(scanner.position() + 1, text.indexOf(')', scanner.position()));
        return new Part(column, "left(" + quoted + "," + length + ")");
    }
}
