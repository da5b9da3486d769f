package dev.understudy.sql.ddl.crossvendor;

import dev.understudy.schema.Table;
import dev.understudy.schema.Vendor;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/**
 * Conditions and expressions from one dialect to another, by jOOQ's parser. Only comparisons, logic, arithmetic and a few
 * functions are let through: what jOOQ renders beyond those is not sure to run.
 */
public final class Conditions {
    private static final Pattern WORD =
            Pattern.compile("\"(?:[^\"]|\"\")*\"|`(?:[^`]|``)*`|'(?:[^']|'')*'|[A-Za-z_]\\w*|\\S");
    private static final Pattern CAST = Pattern.compile(
            "::(?:\"?\\w+\"?\\.)?(?:character varying|timestamp without time zone|double precision|\\w+)(?:\\(\\d+\\))?(?:\\[\\])?");
    /** H2 writes the type of a column around every literal that the column is compared with. */
    private static final Pattern CAST_LITERAL =
            Pattern.compile("CAST\\((-?[\\d.]+|'(?:[^']|'')*') AS [A-Z ]+(?:\\(\\d+(?:, ?\\d+)?\\))?\\)");

    private static final Pattern ANY =
            Pattern.compile("= ANY \\(\\(?ARRAY\\[((?:'(?:[^']|'')*'|[\\w., -])*)\\]\\)?\\)", Pattern.CASE_INSENSITIVE);
    private static final Set<String> WORDS = Set.of(
            "and",
            "or",
            "not",
            "in",
            "between",
            "is",
            "null",
            "like",
            "true",
            "false",
            "length",
            "char_length",
            "lower",
            "upper",
            "abs",
            "coalesce",
            "date",
            "timestamp");
    private static final String MARKS = "()<>=!+-*/,.0123456789";

    private final Vendor source;
    private final DSLContext from;
    private final DSLContext to;

    public Conditions(Vendor source, Vendor target) {
        this.source = source;
        this.from = DSL.using(dialect(source));
        this.to = DSL.using(dialect(target));
    }

    private static SQLDialect dialect(Vendor vendor) {
        return switch (vendor) {
            case POSTGRESQL -> SQLDialect.POSTGRES;
            case MARIADB -> SQLDialect.MARIADB;
            case H2 -> SQLDialect.H2;
            case SQLITE -> SQLDialect.SQLITE;
            case GENERIC -> SQLDialect.DEFAULT;
        };
    }

    /** The condition in the target's dialect, or empty. */
    public Optional<String> condition(String text, Table table) {
        return translate(text, table).flatMap(plain -> {
            try {
                Condition parsed = from.parser().parseCondition(plain);
                return Optional.of(to.renderInlined(parsed));
            } catch (DataAccessException unreadable) {
                return Optional.empty();
            }
        });
    }

    /** An expression in the target's dialect, or empty. */
    public Optional<String> expression(String text, Table table) {
        return translate(text, table).flatMap(plain -> {
            try {
                Field<?> parsed = from.parser().parseField(plain);
                return Optional.of(to.renderInlined(parsed));
            } catch (DataAccessException unreadable) {
                return Optional.empty();
            }
        });
    }

    /** Without casts, which only repeat types that the target's columns have anyhow; empty if a word is unknown. */
    private Optional<String> translate(String text, Table table) {
        String plain = source == Vendor.POSTGRESQL
                ? withColumns(ANY.matcher(CAST.matcher(text).replaceAll("")).replaceAll("IN ($1)"), table)
                : CAST_LITERAL.matcher(text).replaceAll("$1");
        Set<String> columns =
                table.columns().stream().map(column -> column.name()).collect(Collectors.toSet());
        Matcher words = WORD.matcher(plain);
        while (words.find()) {
            if (!isKnown(words.group(), columns)) {
                return Optional.empty();
            }
        }
        return Optional.of(plain);
    }

    private static boolean isKnown(String word, Set<String> columns) {
        char first = word.charAt(0);
        if (first == '\'') {
            return word.length() > 1 && !word.contains("\\");
        }
        if (first == '"' || first == '`') {
            return word.length() > 1 && columns.contains(word.substring(1, word.length() - 1));
        }
        return WORDS.contains(word.toLowerCase(Locale.ROOT)) || MARKS.indexOf(first) >= 0;
    }

    /** PostgreSQL leaves plain names bare: quoted they keep their case. */
    private static String withColumns(String text, Table table) {
        return WORD.matcher(text).replaceAll(found -> {
            String word = found.group();
            boolean column = Character.isLetter(word.charAt(0)) || word.charAt(0) == '_';
            return Matcher.quoteReplacement(column && table.column(word).isPresent() ? '"' + word + '"' : word);
        });
    }
}
