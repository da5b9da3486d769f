package dev.understudy.feature;

import dev.understudy.schema.Vendor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A schema that shows one feature, with a few rows. Comments at its head say what the round trip cannot bring:
 *
 * <pre>
 * -- left: TABLE reason    stays without rows when the schema is filled; the plan says so
 * -- warns: ID             the plan has such a warning
 * -- needs: EXTENSION      skipped where the server lacks it
 * </pre>
 *
 * @param name of the feature: the file's name
 * @param sql  the whole script
 */
record FeatureScript(Vendor vendor, String name, String sql) {

    /** All scripts of a vendor, by name; with {@code -Dfeature=a,b} only those. */
    static List<FeatureScript> of(Vendor vendor) {
        List<String> wanted = Arrays.stream(System.getProperty("feature", "").split(","))
                .filter(name -> !name.isBlank())
                .toList();
        try (Stream<Path> files = Files.list(folder(vendor))) {
            return files.sorted()
                    .map(file -> read(vendor, file))
                    .filter(script -> wanted.isEmpty() || wanted.contains(script.name()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static FeatureScript of(Vendor vendor, String name) {
        return read(vendor, folder(vendor).resolve(name + ".sql"));
    }

    private static Path folder(Vendor vendor) {
        try {
            return Path.of(FeatureScript.class
                    .getResource(vendor.name().toLowerCase(Locale.ROOT))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static FeatureScript read(Vendor vendor, Path file) {
        try {
            String name = file.getFileName().toString().replaceFirst("[.]sql$", "");
            return new FeatureScript(vendor, name, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tables that stay without rows when the schema is filled, with the reason. */
    Map<String, String> left() {
        Map<String, String> left = new LinkedHashMap<>();
        heads("left").forEach(text -> left.put(text.split(" ", 2)[0], text.split(" ", 2)[1]));
        return left;
    }

    /** Kinds of warnings that the plan must give. */
    Set<String> warnings() {
        return new TreeSet<>(heads("warns").toList());
    }

    /** An extension without which the script cannot be run. */
    Optional<String> needs() {
        return heads("needs").findFirst();
    }

    private Stream<String> heads(String word) {
        String begin = "-- " + word + ": ";
        return sql.lines()
                .filter(line -> line.startsWith(begin))
                .map(line -> line.substring(begin.length()).strip());
    }

    /** Usable in the name of a database. */
    String databaseName() {
        return "feature_" + name.replace('-', '_');
    }

    @Override
    public String toString() {
        return name;
    }
}
