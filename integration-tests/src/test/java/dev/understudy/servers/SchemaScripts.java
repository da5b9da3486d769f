package dev.understudy.servers;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Schemas of any origin, kept outside the project in the folder that the system property {@code schemas.dir} names:
 * {@code postgresql/NAME.sql} and {@code mariadb/NAME.sql}, as {@code pg_dump --schema-only} and
 * {@code mariadb-dump --no-data} write them. Without the folder the tests are skipped.
 */
public final class SchemaScripts {
    private SchemaScripts() {}

    /** @param vendor {@code postgresql} or {@code mariadb}; @return names, sorted; at least one */
    public static List<String> names(String vendor) throws IOException {
        Path folder = Path.of(System.getProperty("schemas.dir", ""), vendor);
        Assumptions.assumeTrue(
                !System.getProperty("schemas.dir", "").isEmpty() && Files.isDirectory(folder),
                "The property schemas.dir names no folder with %s/*.sql".formatted(vendor));
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".sql"))
                    .map(name -> name.substring(0, name.length() - ".sql".length()))
                    .sorted()
                    .toList();
        }
    }

    /** Makes a database with the schema; returns its URL. */
    public static String load(String vendor, String name, DatabaseServer server) throws IOException, SQLException {
        String url = server.createDatabase("schema_" + name);
        Path script = Path.of(System.getProperty("schemas.dir"), vendor, name + ".sql");
        DataSets.DumpReader reader = vendor.equals("mariadb") ? new MariaDbDump() : new PostgresDump();
        try (Connection connection = DriverManager.getConnection(url);
                BufferedReader lines = Files.newBufferedReader(script)) {
            reader.load(lines, connection);
        }
        return url;
    }
}
