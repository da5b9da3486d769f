package dev.understudy.servers;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** A plain {@code pg_dump}: statements, with COPY blocks between them that end in {@code \.}. */
final class PostgresDump implements DataSets.DumpReader {
    @Override
    public void load(BufferedReader lines, Connection connection) throws IOException, SQLException {
        connection.setAutoCommit(false);
        StringBuilder statements = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("COPY ") && line.endsWith("FROM stdin;")) {
                run(statements, connection);
                copy(line, lines, connection);
            } else if (!line.startsWith("\\")) {
                statements.append(line).append('\n');
            }
        }
        run(statements, connection);
        connection.commit();
    }

    private static void run(StringBuilder statements, Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(statements.toString());
        }
        statements.setLength(0);
    }

    private static void copy(String command, BufferedReader lines, Connection connection)
            throws IOException, SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(command);
        try {
            for (String line = lines.readLine(); !"\\.".equals(line); line = lines.readLine()) {
                byte[] row = (line + "\n").getBytes(StandardCharsets.UTF_8);
                copy.writeToCopy(row, 0, row.length);
            }
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }
}
