package dev.understudy.plan;

import dev.understudy.schema.Check;
import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnType;
import dev.understudy.schema.Schema;
import dev.understudy.schema.Table;
import dev.understudy.schema.TypeFamily;
import dev.understudy.schema.Vendor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Values of types that are neither numbers nor plain text, in the text form that the source reads. Which forms a type takes
 * is asked of the source, so that a type that nobody here has heard of gets values, too.
 */
final class TriedLiterals {
    private static final int FEW = 24;
    private static final int MOST = 500;
    private static final int TRIED_OF_EACH = 2;

    /** Types whose values have a shape that only the database knows. */
    private static final Set<TypeFamily> SHAPED = Set.of(
            TypeFamily.JSON,
            TypeFamily.XML,
            TypeFamily.ARRAY,
            TypeFamily.RANGE,
            TypeFamily.GEOMETRY,
            TypeFamily.COMPOSITE,
            TypeFamily.OTHER);

    private final Schema schema;
    private final Judge judge;
    private final Map<Texts, List<String>> read = new HashMap<>();

    private record Texts(ColumnType type, List<String> texts) {}

    TriedLiterals(Schema schema, Judge judge) {
        this.schema = schema;
        this.judge = judge;
    }

    /** True if values of the column are made from literals that the source was asked about. */
    static boolean isShaped(Column column) {
        return SHAPED.contains(column.type().family());
    }

    /**
     * @param learned true if the column has values to learn from; then only types without a known form are tried
     * @param rows    how many rows the table is to have
     * @return empty if the column needs none; an empty list if none was found that the source takes
     */
    Optional<List<String>> of(Table table, Column column, boolean learned, long rows) {
        TypeFamily family = column.type().family();
        // Learned documents are made by path and judged row by row.
        boolean document = family == TypeFamily.JSON || family == TypeFamily.XML;
        List<Check> opaque =
                isLiteral(family) && !(learned && document) ? TriedTexts.about(schema, table, column) : List.of();
        boolean strange = family == TypeFamily.COMPOSITE
                || family == TypeFamily.OTHER
                || family == TypeFamily.GEOMETRY && LiteralForms.isSpatial(column.type());
        boolean apart = family == TypeFamily.RANGE && isExcluded(table, column);
        boolean asked = strange || apart || !opaque.isEmpty() || !learned && isShaped(column);
        // The forms are PostgreSQL's.
        boolean known = schema.vendor() == Vendor.POSTGRESQL;
        if (!known || !asked || column.filling().writesItself() || isLink(table, column)) {
            return Optional.empty();
        }
        int wanted = (int) Math.min(MOST, Math.max(1, isInKey(table, column) ? rows : FEW));
        List<String> found = new ArrayList<>();
        for (IntFunction<String> form : forms(table, column, opaque)) {
            List<String> first =
                    IntStream.range(0, TRIED_OF_EACH).mapToObj(form).distinct().toList();
            if (passing(opaque, column, read(column, first)).size() < first.size()) {
                continue;
            }
            List<String> all =
                    IntStream.range(0, wanted).mapToObj(form).distinct().toList();
            found.addAll(passing(opaque, column, read(column, all)));
            if (found.size() >= wanted || (found.size() > 1 || isNameOfTable(column)) && !isInKey(table, column)) {
                break;
            }
        }
        return Optional.of(found.stream().distinct().limit(wanted).toList());
    }

    /** Texts that the type of a column reads. Asked once for all columns of the type: a schema may have a thousand of them. */
    private List<String> read(Column column, List<String> texts) {
        Texts asked = new Texts(column.type(), texts);
        List<String> known = read.get(asked);
        if (known == null) {
            // Of a composite value, IS NOT NULL would ask for each field.
            String text = "CAST(" + quoted(column.name()) + " AS varchar) IS NOT NULL";
            known = passing(List.of(new Check("its type", text, true, "")), column, texts);
            read.put(asked, known);
        }
        return known;
    }

    /** A column that names tables mostly names its own: the class of an object, the place where a row is. */
    private static List<IntFunction<String>> forms(Table table, Column column, List<Check> opaque) {
        List<IntFunction<String>> forms = new ArrayList<>();
        if (isNameOfTable(column)) {
            String own =
                    quoted(table.name().schema()) + "." + quoted(table.name().name());
            forms.add(i -> own);
            // Rows of a table's history often name the table.
            TriedTexts.named(column, opaque).forEach(text -> forms.add(i -> text));
        }
        forms.addAll(LiteralForms.of(column.type()));
        if (column.type().family() == TypeFamily.JSON) {
            forms.addAll(NamedDocuments.of(opaque));
        }
        return forms;
    }

    private static boolean isNameOfTable(Column column) {
        return column.type().baseName().equals("regclass");
    }

    private static boolean isLiteral(TypeFamily family) {
        return SHAPED.contains(family)
                || family == TypeFamily.BINARY
                || family == TypeFamily.BIT
                || family == TypeFamily.NETWORK
                || family == TypeFamily.INTERVAL;
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private boolean isLink(Table table, Column column) {
        return schema.foreignKeysOf(table.name()).stream()
                .anyMatch(link -> link.childColumns().contains(column.name()));
    }

    private static boolean isInKey(Table table, Column column) {
        return table.keys().stream()
                        .anyMatch(key -> key.columns().contains(column.name())
                                || key.expressions().stream().anyMatch(text -> text.contains(column.name())))
                || isExcluded(table, column);
    }

    private static boolean isExcluded(Table table, Column column) {
        return table.indexes().stream()
                .anyMatch(index -> index.exclusion() && index.definition().contains(column.name()));
    }

    private List<String> passing(List<Check> checks, Column column, List<String> texts) {
        List<String> fine = texts;
        for (Check check : checks) {
            if (!fine.isEmpty()) {
                List<Boolean> verdicts = judge.passes(check, column, fine);
                List<String> asked = fine;
                fine = IntStream.range(0, asked.size())
                        .filter(verdicts::get)
                        .mapToObj(asked::get)
                        .toList();
            }
        }
        return fine;
    }
}
