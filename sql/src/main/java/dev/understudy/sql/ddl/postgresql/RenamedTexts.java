package dev.understudy.sql.ddl.postgresql;

import dev.understudy.schema.Vendor;
import dev.understudy.sql.ddl.SchemaNames;
import dev.understudy.sql.statement.Identifiers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The catalog's texts with the schemas of the target. The texts qualify every name, so a schema is what stands before a
 * point; that also finds it in string literals such as {@code 'shop.numbers'::regclass}, and in bodies of routines where
 * they qualify.
 */
final class RenamedTexts {
    private final Map<Pattern, String> replacements = new LinkedHashMap<>();

    RenamedTexts(SchemaNames names) {
        new TreeMap<>(names.bySource()).forEach((source, target) -> {
            if (!source.equals(target)) {
                String quoted = Pattern.quote(Identifiers.quote(Vendor.POSTGRESQL, source));
                // Unquoted only where PostgreSQL itself would leave the quotes out.
                String plain = source.matches("[a-z_][a-z0-9_$]*") ? "|" + Pattern.quote(source) : "";
                replacements.put(
                        Pattern.compile("(?<![\\w$.\"])(?:" + quoted + plain + ")(?=\\.[\\w\"])"),
                        Matcher.quoteReplacement(Identifiers.quote(Vendor.POSTGRESQL, target)));
            }
        });
    }

    String of(String text) {
        // A schema that takes another's old name must not be renamed twice: marks first, names after.
        String marked = text;
        int number = 0;
        for (Pattern pattern : replacements.keySet()) {
            marked = pattern.matcher(marked).replaceAll("\u0000" + number++ + "\u0000");
        }
        number = 0;
        for (String replacement : replacements.values()) {
            marked = marked.replaceAll("\u0000" + number++ + "\u0000", replacement);
        }
        return marked;
    }
}
