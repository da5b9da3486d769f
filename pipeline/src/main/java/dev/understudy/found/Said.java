package dev.understudy.found;

import dev.understudy.schema.Check;
import dev.understudy.schema.ColumnName;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether the source, or the operator, says something of columns already: a check or a rule that names all of them. */
final class Said {
    private final Schema schema;

    Said(Schema schema) {
        this.schema = schema;
    }

    boolean is(Candidate candidate) {
        List<ColumnName> columns = candidate.columns();
        return texts(candidate).anyMatch(text -> columns.stream().allMatch(column -> names(text, column.column())))
                || candidate.kind() == Kind.PARENT_EQUAL && isLinked(columns.get(0), columns.get(1));
    }

    private Stream<String> texts(Candidate candidate) {
        List<String> texts = new ArrayList<>();
        schema.table(candidate.table()).orElseThrow().checks().stream()
                .map(Check::expression)
                .forEach(texts::add);
        schema.declarations().rules().forEach(rule -> texts.add(rule.text()));
        schema.declarations().totals().forEach(total -> texts.add(total.text()));
        return texts.stream();
    }

    private static boolean names(String text, String column) {
        return Pattern.compile(
                        "(?<![\\p{L}\\p{N}_])" + Pattern.quote(column) + "(?![\\p{L}\\p{N}_])",
                        Pattern.CASE_INSENSITIVE)
                .matcher(text)
                .find();
    }

    /** True if a link over several columns holds both, so that they are equal by it. */
    private boolean isLinked(ColumnName child, ColumnName parent) {
        return schema.foreignKeysOf(child.table()).stream()
                .filter(link -> link.parent().equals(parent.table()))
                .map(ForeignKey::columns)
                .anyMatch(pairs -> pairs.stream()
                        .anyMatch(pair -> pair.child().equals(child.column())
                                && pair.parent().equals(parent.column())));
    }
}
