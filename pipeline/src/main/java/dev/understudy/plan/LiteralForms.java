package dev.understudy.plan;

import dev.understudy.schema.ColumnType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text forms of values by type, each a function of a number: another number gives another value, ranges apart. */
final class LiteralForms {
    private static final Pattern SPATIAL = Pattern.compile(
            "(?:^|[.\"])(?:geometry|geography)\\b\"?(?:\\((\\w+)(?:,(\\d+))?\\))?", Pattern.CASE_INSENSITIVE);
    /** A composite type is tried with up to as many fields. */
    private static final int MOST_FIELDS = 24;

    private static final Pattern LIMIT = Pattern.compile("char\\w*(?: varying)?\\((\\d+)\\)", Pattern.CASE_INSENSITIVE);

    private static final LocalDate DAY = LocalDate.of(2024, 1, 1);

    private LiteralForms() {}

    static boolean isSpatial(ColumnType type) {
        return SPATIAL.matcher(type.baseName()).find();
    }

    static List<IntFunction<String>> of(ColumnType type) {
        List<IntFunction<String>> forms = new ArrayList<>();
        switch (type.family()) {
            case JSON -> {
                forms.add(i -> "{\"id\": %d, \"name\": \"item %d\"}".formatted(i + 1, i + 1));
                forms.add(i -> "[%d, %d]".formatted(i + 1, i + 2));
                forms.add(i -> "[{\"id\": %d}]".formatted(i + 1));
                forms.add(i -> "{}");
                forms.add(i -> "[]");
                forms.add(i -> "\"text %d\"".formatted(i + 1));
                forms.add(i -> String.valueOf(i + 1));
            }
            case XML -> forms.add(i -> "<item id=\"%d\"/>".formatted(i + 1));
            case ARRAY -> arrays(type, forms);
            case RANGE -> ranges(type.baseName(), forms);
            case BINARY -> {
                for (int length : new int[] {16, 32, 8, 20, 4, 6, 12, 64, 2, 1}) {
                    forms.add(i -> hex(length, i));
                }
            }
            case BIT -> forms.add(i -> "0".repeat(Math.max(0, type.length() - 1)) + (i % 2));
            case NETWORK -> {
                forms.add(i -> "10.%d.%d.%d".formatted(i >> 16 & 255, i >> 8 & 255, i & 255));
                forms.add(i -> "10.%d.%d.0/24".formatted(i >> 8 & 255, i & 255));
                forms.add(i -> "fd00::%x:%x".formatted(i >> 16, i & 65535));
                forms.add(i -> "02:00:00:%02x:%02x:%02x".formatted(i >> 16 & 255, i >> 8 & 255, i & 255));
            }
            case INTERVAL -> forms.add(i -> "%d hours".formatted(i + 1));
            case GEOMETRY -> spatial(type.baseName(), forms);
            default -> {}
        }
        anything(type, forms);
        return forms;
    }

    private static String hex(int length, int i) {
        byte[] bytes = new byte[length];
        for (int at = 0; at < Math.min(4, length); at++) {
            bytes[length - 1 - at] = (byte) (i + 1 >> 8 * at);
        }
        return HexFormat.of().formatHex(bytes);
    }

    private static void arrays(ColumnType type, List<IntFunction<String>> forms) {
        if (!type.labels().isEmpty()) {
            forms.add(i -> "{\"" + escaped(type.labels().get(i % type.labels().size())) + "\"}");
        }
        Matcher limit = LIMIT.matcher(type.baseName());
        int most = limit.find() ? Integer.parseInt(limit.group(1)) : Integer.MAX_VALUE;
        if (most >= "item999".length()) {
            forms.add(i -> "{item%d,item%d}".formatted(i % 998 + 1, i % 998 + 2));
        }
        // A cast would cut what does not fit without a word.
        forms.add(i -> "{%s}".formatted(Integer.toString(i % 26 + 10, 36) + (most < 2 ? "" : i / 26 % 10)));
        forms.add(i -> "{%d,%d}".formatted(i + 1, i + 2));
        forms.add(i -> "{%d}".formatted(i % 100 + 1));
        forms.add(i -> "{a%d}".formatted(i % 1000));
        forms.add(i -> "{%s}".formatted(DAY.plusDays(i)));
        forms.add(i -> "{t,f}");
        forms.add(i -> "{00000000-0000-4000-8000-%012d}".formatted(i));
        forms.add(i -> "{\"{\\\"id\\\": %d}\"}".formatted(i));
        forms.add(i -> "{10.0.%d.%d}".formatted(i >> 8 & 255, i & 255));
        forms.add(i -> "{\"[%d,%d)\"}".formatted(i, i + 1));
        forms.add(i -> "{}");
    }

    private static String escaped(String label) {
        return label.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static void ranges(String type, List<IntFunction<String>> forms) {
        boolean many = type.contains("multirange");
        String around = many ? "{%s}" : "%s";
        forms.add(i -> around.formatted("[%d,%d)".formatted(10L * i, 10L * i + 1 + i % 9)));
        forms.add(i -> around.formatted("[%s,%s)".formatted(DAY.plusDays(10L * i), DAY.plusDays(10L * i + 1 + i % 9))));
        forms.add(i -> around.formatted("[%d.0,%d.5)".formatted(10L * i, 10L * i + 1 + i % 9)));
        forms.add(i -> many ? "{}" : "empty");
    }

    private static void spatial(String type, List<IntFunction<String>> forms) {
        Matcher spatial = SPATIAL.matcher(type);
        if (!spatial.find()) {
            plainGeometry(type, forms);
            return;
        }
        String system = spatial.group(2) == null ? "" : "SRID=" + spatial.group(2) + ";";
        for (String shape : List.of(
                "POINT(%1$s %2$s)",
                "POLYGON((%1$s %2$s,%1$s 61,61 61,%1$s %2$s))",
                "MULTIPOLYGON(((%1$s %2$s,%1$s 61,61 61,%1$s %2$s)))",
                "LINESTRING(%1$s %2$s,61 61)",
                "MULTILINESTRING((%1$s %2$s,61 61))",
                "MULTIPOINT(%1$s %2$s)",
                "GEOMETRYCOLLECTION(POINT(%1$s %2$s))",
                "POINT Z(%1$s %2$s 0)",
                "POINT M(%1$s %2$s 0)",
                "POLYGON Z((%1$s %2$s 0,%1$s 61 0,61 61 0,%1$s %2$s 0))",
                "LINESTRING Z(%1$s %2$s 0,61 61 0)",
                "POINT ZM(%1$s %2$s 0 0)")) {
            for (String before : List.of(system, "SRID=4326;")) {
                forms.add(i -> before + shape.formatted(i % 60 + ".5", i / 60 % 60 + ".25"));
            }
        }
    }

    private static void plainGeometry(String type, List<IntFunction<String>> forms) {
        forms.add(i -> "(%d,%d)".formatted(i % 180, i / 180));
        forms.add(i -> "((0,0),(%d,%d))".formatted(i % 180 + 1, i / 180 + 1));
        forms.add(i -> "{1,-1,%d}".formatted(i));
        forms.add(i -> "<(%d,%d),1>".formatted(i % 180, i / 180));
        if (type.toLowerCase(Locale.ROOT).contains("geometry")) {
            forms.add(i -> "POINT (%d %d)".formatted(i % 180, i / 180));
        }
    }

    /** For types of which nothing is known. */
    private static void anything(ColumnType type, List<IntFunction<String>> forms) {
        if (!type.labels().isEmpty()) {
            forms.add(i -> type.labels().get(i % type.labels().size()));
        }
        for (int fields = 1; fields <= MOST_FIELDS; fields++) {
            String nulls = ",".repeat(fields - 1);
            forms.add(i -> "(%d%s)".formatted(i + 1, nulls));
            forms.add(i -> "(a%d%s)".formatted(i + 1, nulls));
            if (fields > 1) {
                forms.add(i -> "(" + nulls + ")");
            }
        }
        forms.add(i -> "word%d".formatted(i + 1));
        forms.add(i -> String.valueOf(i + 1));
        forms.add(i -> "0/%X".formatted(i + 1));
        forms.add(i -> "%d:%d:".formatted(i + 10, i + 10));
        forms.add(i -> "(%d,%d)".formatted(i, i + 1));
        forms.add(i -> "[%d,%d)".formatted(i, i + 1));
        forms.add(i -> "{%d}".formatted(i + 1));
        forms.add(i -> "a=>%d".formatted(i + 1));
        forms.add(i -> "$.a%d".formatted(i + 1));
        forms.add(i -> "10.0.0.%d".formatted(i % 255));
        forms.add(i -> DAY.plusDays(i).toString());
        forms.add(i -> "%c".formatted('a' + i % 26));
        forms.add(i -> "pg_class");
        forms.add(i -> "simple");
        forms.add(i -> "978%09d".formatted(i));
        forms.add(i -> "");
    }
}
