package dev.understudy.clone;

import dev.understudy.schema.Vendor;
import java.util.List;
import java.util.Random;

/** Draws types and checks of columns. */
final class RandomColumns {
    private static final List<String> TEXTS =
            List.of("name", "email", "city", "phone", "note", "title", "status", "country", "url", "street");

    private final Random random;
    private final boolean postgres;
    private final boolean mariaDb;

    RandomColumns(Random random, Vendor vendor) {
        this.random = random;
        this.postgres = vendor == Vendor.POSTGRESQL;
        this.mariaDb = vendor == Vendor.MARIADB;
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
            // A row of MariaDB has 65,535 bytes, of which each column takes its longest.
            case 1 -> postgres ? "TEXT" : mariaDb ? "VARCHAR(%d)".formatted(100 + random.nextInt(60)) : "VARCHAR(4000)";
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
            // MariaDB writes the first TIMESTAMP of a table itself when a row changes.
            case 2 -> mariaDb ? "TIMESTAMP NULL" : "TIMESTAMP";
            case 3 -> mariaDb ? "DATETIME(6)" : "TIMESTAMP WITH TIME ZONE";
            case 4 -> "TIME";
            case 5 -> "UUID";
            case 6 -> postgres ? "JSONB" : "DATE";
            default -> postgres ? "mood" : "ENUM('calm', 'glad', 'sad')";
        };
    }
}
