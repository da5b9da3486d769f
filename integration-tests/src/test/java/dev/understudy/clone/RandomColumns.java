package dev.understudy.clone;

import java.util.List;
import java.util.Random;

/** Draws types and checks of columns. */
final class RandomColumns {
    private static final List<String> TEXTS =
            List.of("name", "email", "city", "phone", "note", "title", "status", "country", "url", "street");

    private final Random random;
    private final boolean postgres;

    RandomColumns(Random random, boolean postgres) {
        this.random = random;
        this.postgres = postgres;
    }

    Random random() {
        return random;
    }

    String textName() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    String textType() {
        return switch (random.nextInt(4)) {
            case 0 -> "CHAR(%d)".formatted(1 + random.nextInt(12));
            case 1 -> postgres ? "TEXT" : "VARCHAR(4000)";
            default -> "VARCHAR(%d)".formatted(3 + random.nextInt(80));
        };
    }

    String numberType() {
        int digits = 3 + random.nextInt(16);
        return switch (random.nextInt(6)) {
            case 0 -> "SMALLINT";
            case 1 -> "INT";
            case 2 -> "BIGINT";
            case 3 -> "DOUBLE PRECISION";
            default -> "NUMERIC(%d,%d)".formatted(digits, random.nextInt(digits));
        };
    }

    String otherType() {
        return switch (random.nextInt(8)) {
            case 0 -> "BOOLEAN";
            case 1 -> "DATE";
            case 2 -> "TIMESTAMP";
            case 3 -> "TIMESTAMP WITH TIME ZONE";
            case 4 -> "TIME";
            case 5 -> "UUID";
            case 6 -> postgres ? "JSONB" : "DATE";
            default -> postgres ? "mood" : "ENUM('calm', 'glad', 'sad')";
        };
    }
}
