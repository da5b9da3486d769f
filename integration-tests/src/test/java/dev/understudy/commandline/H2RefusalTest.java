package dev.understudy.commandline;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

class H2RefusalTest extends RefusalContract {
    H2RefusalTest() {
        super(DatabaseCase.H2);
    }

    @Override
    List<String> otherSpellings(String url) {
        Path file = Path.of(url.replaceFirst("jdbc:h2:file:", ""));
        Path around = file.resolveSibling("..")
                .resolve(file.getParent().getFileName())
                .resolve(file.getFileName());
        return List.of("jdbc:h2:" + file, "jdbc:h2:file:" + around, url + ";CACHE_SIZE=65536");
    }

    @Override
    String withPassword(String url, String password) {
        return url + ";USER=nobody;PASSWORD=" + password;
    }

    @Override
    String missing(String url) {
        return url.replaceFirst("/[^/]*$", "/no_such_database");
    }

    @Override
    List<String> readOnly(String url) throws SQLException {
        // A file that is not there cannot be opened for reading.
        DriverManager.getConnection(url).close();
        return List.of(url + ";ACCESS_MODE_DATA=r");
    }
}
