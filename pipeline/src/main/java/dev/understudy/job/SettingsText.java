package dev.understudy.job;

import dev.understudy.generate.GenerateSettings;
import dev.understudy.schema.TableName;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** What decides the rows beside the model and the seed, as the ledger keeps it: a line for each scale. */
final class SettingsText {
    private static final String ALL = "scale";

    private SettingsText() {}

    /** Equal for settings that give equal rows. */
    static String of(GenerateSettings settings) {
        StringBuilder text = new StringBuilder(ALL + "\t" + settings.scale());
        new TreeMap<>(settings.tableScales())
                .forEach((table, scale) -> text.append('\n')
                        .append(ALL)
                        .append('\t')
                        .append(scale)
                        .append('\t')
                        .append(table.schema())
                        .append('\t')
                        .append(table.name()));
        return text.toString();
    }

    /** Reads back what {@link #of} wrote. @param threads worker threads, which do not decide rows */
    static GenerateSettings settings(String text, long seed, int threads) {
        double scale = 1;
        Map<TableName, Double> tables = new HashMap<>();
        for (String line : text.split("\n")) {
            String[] parts = line.split("\t", -1);
            double factor = Double.parseDouble(parts[1]);
            if (parts.length == 2) {
                scale = factor;
            } else {
                tables.put(new TableName(parts[2], parts[3]), factor);
            }
        }
        return new GenerateSettings(scale, tables, seed, threads);
    }

    /** SHA-256 of {@link #of}, in hexadecimal. */
    static String digest(GenerateSettings settings) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(of(settings).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
