package dev.understudy.generate;

import dev.understudy.random.Draws;
import dev.understudy.schema.ColumnType;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Fresh values of types that are neither numbers nor plain text, in the text form that databases read. */
final class LiteralMaker {
    private static final int SHORT_BINARY = 16;

    private final ColumnType type;
    private final Draws draws;

    LiteralMaker(ColumnType type, Draws draws) {
        this.type = type;
        this.draws = draws;
    }

    String make(long place) {
        return switch (type.family()) {
            case UUID -> uuid(draws, place);
            case BINARY -> binary(place);
            case BIT -> bits(place);
            case JSON -> "{}";
            case XML -> "<x/>";
            case ENUM ->
                type.labels().isEmpty()
                        ? ""
                        : type.labels().get(draws.below(type.labels().size(), place));
            // An empty array in the words of either vendor that has arrays.
            case ARRAY -> type.baseName().contains(" ARRAY") ? "[]" : "{}";
            case NETWORK -> network(place);
            case INTERVAL -> interval(1 + draws.below(30, place));
            case RANGE -> type.baseName().contains("multirange") ? "{}" : "empty";
            case GEOMETRY -> geometry(place);
            default -> "";
        };
    }

    private String binary(long place) {
        int bytes = type.length() > 0 ? Math.min(type.length(), SHORT_BINARY) : SHORT_BINARY;
        byte[] value = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            value[i] = (byte) draws.bits(place, i);
        }
        return HexFormat.of().formatHex(value);
    }

    /** A type that names its fields (H2: DAY TO SECOND) reads no other ones. */
    private String interval(int count) {
        String fields = type.baseName().toUpperCase(Locale.ROOT).replaceFirst("^INTERVAL\\s*", "");
        String last =
                fields.replaceFirst("^.* TO ", "").replaceFirst("\\(.*", "").strip();
        if (fields.isEmpty() || !fields.matches("(YEAR|MONTH|DAY|HOUR|MINUTE|SECOND).*")) {
            return count + " days";
        }
        if (!fields.contains(" TO ")) {
            return String.valueOf(count);
        }
        String first = fields.replaceFirst("\\W.*", "");
        if (first.equals("YEAR")) {
            return count + "-0";
        }
        List<String> order = List.of("DAY", "HOUR", "MINUTE", "SECOND");
        int from = order.indexOf(first);
        StringBuilder text = new StringBuilder().append(count);
        for (int i = from + 1; i <= order.indexOf(last); i++) {
            text.append(i == 1 ? " " : ":").append("00");
        }
        return text.toString();
    }

    private String bits(long place) {
        StringBuilder value = new StringBuilder();
        for (int i = 0; i < Math.max(1, type.length()); i++) {
            value.append((draws.bits(place, i) & 1) == 0 ? '0' : '1');
        }
        return value.toString();
    }

    /** Private addresses, and locally administered hardware addresses: nobody's. */
    private String network(long place) {
        long bits = draws.bits(place);
        if (type.baseName().startsWith("macaddr")) {
            String tail = HexFormat.ofDelimiter(":").formatHex(new byte[] {
                (byte) bits, (byte) (bits >> 8), (byte) (bits >> 16), (byte) (bits >> 24), (byte) (bits >> 32)
            });
            return type.baseName().equals("macaddr8") ? "02:00:00:" + tail : "02:" + tail;
        }
        if (type.baseName().equals("inet6")) {
            return "fd00::" + Long.toHexString(bits & 0xffff) + ":" + Long.toHexString(bits >> 16 & 0xffff);
        }
        String address = "10." + (bits & 255) + "." + (bits >> 8 & 255) + ".";
        return type.baseName().equals("cidr") ? address + "0/24" : address + (bits >> 16 & 255);
    }

    private String geometry(long place) {
        String point = "(" + draws.below(180, place, 1) + "," + draws.below(90, place, 2) + ")";
        return switch (type.baseName()) {
            case "point" -> point;
            case "line" -> "{1,-1," + draws.below(90, place) + "}";
            case "lseg", "box", "path", "polygon" -> "((0,0)," + point + ")";
            case "circle" -> "<" + point + ",1>";
            default -> "POINT(0 0)";
        };
    }

    /** A version-4 UUID. */
    static String uuid(Draws draws, long place) {
        long high = draws.bits(place, 1) & 0xFFFFFFFFFFFF0FFFL | 0x4000L;
        long low = draws.bits(place, 2) & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        return new java.util.UUID(high, low).toString();
    }
}
