package dev.understudy.meanings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.commandline.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where made-up people live, as the configuration says. */
class LocaleTest {
    private static final int PEOPLE = 300;

    @TempDir
    private Path folder;

    private String source;

    @BeforeEach
    void fill() throws SQLException {
        source = "jdbc:h2:file:" + folder.resolve("source");
        try (Connection connection = DriverManager.getConnection(source);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE client (id int PRIMARY KEY, last_name varchar(40) NOT NULL,"
                    + " city varchar(60) NOT NULL, postcode varchar(12) NOT NULL)");
            // Names that no list knows, each of one client.
            String letters = "CHAR(97 + MOD(x, 26)) || CHAR(97 + MOD(x / 26, 26))";
            statement.execute("INSERT INTO client SELECT x, 'Zq' || %s || 'il', 'Kol' || %s || 'ar', 10000 + x * 7"
                            .formatted(letters, letters)
                    + " FROM SYSTEM_RANGE(1, " + PEOPLE + ")");
        }
    }

    private CommandLineRun cloned(String locale) throws IOException {
        Path configuration = folder.resolve("understudy.yaml");
        Files.writeString(configuration, "version: 1\nlocale: %s\n".formatted(locale));
        return CommandLineRun.of(
                "clone",
                "--config",
                configuration.toString(),
                "--source",
                source,
                "--target",
                "jdbc:h2:file:" + folder.resolve(locale),
                "--model",
                folder.resolve(locale + ".understudy").toString(),
                "--yes");
    }

    /** Rows whose city and postcode are of a country. */
    private int living(String locale, String country) throws Exception {
        Places places = Places.of(country);
        int living = 0;
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve(locale));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT city, postcode FROM client")) {
            while (rows.next()) {
                living += places.hasPostcode(rows.getString(1), rows.getString(2)) ? 1 : 0;
            }
        }
        return living;
    }

    @Test
    void peopleLiveWhereTheConfigurationSays() throws Exception {
        assertThat(cloned("de-AT").status()).isIn(0, 6);
        assertThat(living("de-AT", "AT")).isEqualTo(PEOPLE);
        assertThat(cloned("de").status()).isIn(0, 6);
        assertThat(living("de", "DE")).isBetween(PEOPLE / 2, PEOPLE - 1);
        assertThat(living("de", "DE") + living("de", "AT") + living("de", "CH")).isEqualTo(PEOPLE);
    }

    @Test
    void anUnknownLocaleIsRefused() throws IOException {
        cloned("de-DD").refused(2, "locale: de-DD", "did you mean de-");
    }
}
