package dev.understudy.refresh;

import dev.understudy.commandline.CommandLineRun;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** A target that is filled again and again from one model. */
abstract class RefreshCase {
    @TempDir
    Path folder;

    abstract String source() throws SQLException;

    /** An empty database. */
    abstract String target();

    /** After the first run: what the target's DBA adds. */
    void prepare(String target) throws SQLException {}

    /** Queries of one value each, which together tell any two states apart. */
    abstract List<String> looks();

    void learn() throws SQLException {
        CommandLineRun.of("learn", "--source", source(), "--model", model()).done();
    }

    String model() {
        return folder.resolve("model.understudy").toString();
    }

    String[] words(String target, int seed) {
        return new String[] {"generate", "--model", model(), "--target", target, "--seed", "" + seed};
    }

    CommandLineRun generate(String target, int seed) {
        return CommandLineRun.of(words(target, seed));
    }

    String state(String target) throws SQLException {
        List<String> told = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(target);
                var statement = connection.createStatement()) {
            for (String look : looks()) {
                try (var found = statement.executeQuery(look)) {
                    found.next();
                    told.add(found.getString(1));
                }
            }
        }
        return String.join("/", told);
    }
}
