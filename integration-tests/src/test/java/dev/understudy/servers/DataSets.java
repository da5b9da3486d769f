package dev.understudy.servers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/**
 * Public databases to test against, kept outside the project in the folder that the system property
 * {@code datasets.dir} names. Without the folder the test is skipped.
 */
public final class DataSets {
    private DataSets() {}

    /** Makes a PostgreSQL database of its own and fills it with a data set; returns its URL. */
    public static String postgres(String name) {
        return postgres(name, name);
    }

    /** The same into a database of another name, so that tests do not disturb each other. */
    public static String postgres(String name, String database) {
        Path dump = dump("postgresql", name);
        String url = PostgresServer.shared().createDatabase(database);
        load(url, dump, new PostgresDump());
        return url;
    }

    /** Makes a MariaDB database of its own and fills it with a data set; returns its URL. */
    public static String mariaDb(String name) {
        return mariaDb(name, name);
    }

    /** The same into a database of another name, so that tests do not disturb each other. */
    public static String mariaDb(String name, String database) {
        Path dump = dump("mariadb", name);
        String url = MariaDbServer.shared().createDatabase(database);
        load(url, dump, new MariaDbDump());
        return url;
    }

    /**
     * Names of the sets of a vendor that are there, sorted, or of those that {@code -Ddatasets.only=a,b} names; a set that is
     * missing, if there are none, so that a test is skipped with the reason.
     *
     * @param vendor as the folder is called
     */
    public static Stream<String> names(String vendor) {
        Set<String> only = Set.of(System.getProperty("datasets.only", "").split(","));
        Path folder = Path.of(System.getProperty("datasets.dir", ""), vendor);
        if (!Files.isDirectory(folder)) {
            return Stream.of("any");
        }
        try (Stream<Path> sets = Files.list(folder)) {
            return sets
                    .map(set -> set.getFileName().toString())
                    .filter(name -> only.equals(Set.of("")) || only.contains(name))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static Path dump(String vendor, String name) {
        String folder = System.getProperty("datasets.dir", "");
        Path dump = Path.of(folder, vendor, name, "dump.sql.gz");
        Assumptions.assumeTrue(
                !folder.isEmpty() && Files.isReadable(dump),
                "No data set %s/%s: the property datasets.dir names no folder that holds it".formatted(vendor, name));
        return dump;
    }

    private static void load(String url, Path dump, DumpReader reader) {
        try (Connection connection = DriverManager.getConnection(url);
                BufferedReader lines = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(dump), 1 << 16), StandardCharsets.UTF_8))) {
            reader.load(lines, connection);
        } catch (IOException | SQLException problem) {
            throw new IllegalStateException("Cannot load " + dump.getParent().getFileName(), problem);
        }
    }

    /** Knows how a vendor's dump is cut into pieces that JDBC takes. */
    interface DumpReader {
        void load(BufferedReader lines, Connection connection) throws IOException, SQLException;
    }
}
