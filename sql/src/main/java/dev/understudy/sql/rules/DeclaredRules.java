package dev.understudy.sql.rules;

import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.schema.ColumnName;
import dev.understudy.schema.Declarations;
import dev.understudy.schema.DeclaredRule;
import dev.understudy.schema.DeclaredRule.Joined;
import dev.understudy.schema.DeclaredTotal;
import dev.understudy.schema.Schema;
import dev.understudy.schema.TableName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.SQLDialect;

/**
 * Reads what an operator declares of rows: {@code orders.shipped_at >= orders.ordered_at}, {@code order_line.price <=
 * product.list_price}, {@code orders.total = sum(order_line.quantity * order_line.price)}.
 */
public final class DeclaredRules {
    /** Finds a column by what the operator calls it. */
    @FunctionalInterface
    public interface Names {
        /**
         * @param text    {@code table.column} or {@code schema.table.column}, without quotes
         * @param setting where it stands, for messages
         * @throws UnderstudyException with {@code USAGE} if there is none, or more than one
         */
        ColumnName column(String text, String setting);
    }

    private static final String NAME = "(?:[\\p{L}_][\\p{L}\\p{N}_$]*|\"(?:[^\"]|\"\")+\"|`(?:[^`]|``)+`)";
    /** A text, or a name of two or three parts that is no function. */
    private static final Pattern COLUMN =
            Pattern.compile("'(?:[^']|'')*'|(" + NAME + "(?:\\s*\\.\\s*" + NAME + "){1,2})(?!\\s*[.(\\p{L}\\p{N}_])");

    private static final Pattern PART = Pattern.compile(NAME);

    private final Schema schema;
    private final Names names;
    private final char quote;

    private DeclaredRules(Schema schema, Names names) {
        this.schema = schema;
        this.names = names;
        this.quote = RuleText.dialect(schema.vendor()) == SQLDialect.MARIADB ? '`' : '"';
    }

    /**
     * @param texts as they stand under {@code rules:}
     * @throws UnderstudyException with {@code USAGE} for what is not understood, and why
     */
    public static Declarations read(Schema schema, List<String> texts, Names names) {
        DeclaredRules reader = new DeclaredRules(schema, names);
        List<DeclaredRule> rules = new ArrayList<>();
        List<DeclaredTotal> totals = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            String setting = "rules[%d]".formatted(i);
            String text = texts.get(i).strip();
            if (TotalText.isTotal(text)) {
                totals.add(reader.total(text, setting));
            } else {
                rules.add(reader.rule(text, setting));
            }
        }
        return new Declarations(rules, totals);
    }

    private DeclaredRule rule(String text, String setting) {
        Set<TableName> tables = new LinkedHashSet<>();
        columns(text, setting).forEach(column -> tables.add(column.table()));
        LinkPaths paths = new LinkPaths(schema, tables, setting);
        TableName of = paths.lowest();
        List<Joined> joined = paths.joins(of);
        Map<TableName, String> aliases = new LinkedHashMap<>();
        aliases.put(of, DeclaredRule.ROW);
        joined.forEach(one -> aliases.putIfAbsent(one.link().parent(), one.alias()));
        DeclaredRule rule = new DeclaredRule(text, of, renamed(text, setting, aliases), joined);
        if (RuleText.parse(schema, rule).isEmpty()) {
            throw usage(
                    "%s: \"%s\" is no condition that can be kept; write it as in a CHECK, every column as table.column."
                            .formatted(setting, text));
        }
        return rule;
    }

    private DeclaredTotal total(String text, String setting) {
        List<ColumnName> columns = columns(text, setting);
        Map<TableName, String> aliases = new LinkedHashMap<>();
        TableName parent = columns.get(0).table();
        aliases.put(parent, TotalText.PARENT);
        for (ColumnName column : columns.subList(1, columns.size())) {
            aliases.putIfAbsent(column.table(), TotalText.CHILD);
        }
        if (aliases.size() != 2) {
            throw usage("%s: \"%s\" has columns of %d tables; a total adds up one table of children."
                    .formatted(setting, text, aliases.size()));
        }
        TableName child = aliases.keySet().stream().skip(1).findFirst().orElseThrow();
        return new TotalText(schema, setting)
                .read(
                        text,
                        renamed(text, setting, aliases),
                        new LinkPaths(schema, aliases.keySet(), setting).only(child, parent));
    }

    private List<ColumnName> columns(String text, String setting) {
        List<ColumnName> columns = new ArrayList<>();
        Matcher matcher = COLUMN.matcher(text);
        while (matcher.find()) {
            if (matcher.group(1) != null) {
                columns.add(names.column(plain(matcher.group(1)), setting));
            }
        }
        if (columns.isEmpty()) {
            throw usage("%s: \"%s\" names no column; write every column as table.column.".formatted(setting, text));
        }
        return columns;
    }

    /** The same text with every column under its table's alias, in quotes. */
    private String renamed(String text, String setting, Map<TableName, String> aliases) {
        return COLUMN.matcher(text).replaceAll(match -> {
            if (match.group(1) == null) {
                return Matcher.quoteReplacement(match.group());
            }
            ColumnName column = names.column(plain(match.group(1)), setting);
            return Matcher.quoteReplacement(quoted(aliases.get(column.table())) + "." + quoted(column.column()));
        });
    }

    private String quoted(String name) {
        return quote + name.replace(String.valueOf(quote), "" + quote + quote) + quote;
    }

    /** A name without quotes and blanks. */
    private static String plain(String chain) {
        StringBuilder plain = new StringBuilder();
        Matcher part = PART.matcher(chain);
        while (part.find()) {
            String name = part.group();
            char first = name.charAt(0);
            boolean isQuoted = first == '"' || first == '`';
            plain.append(plain.isEmpty() ? "" : ".")
                    .append(
                            isQuoted
                                    ? name.substring(1, name.length() - 1).replace("" + first + first, "" + first)
                                    : name);
        }
        return plain.toString();
    }

    static UnderstudyException usage(String message) {
        return new UnderstudyException(Problem.USAGE, message);
    }
}
