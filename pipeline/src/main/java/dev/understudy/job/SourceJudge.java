package dev.understudy.job;

import dev.understudy.connect.Database;
import dev.understudy.connect.SqlFailure;
import dev.understudy.plan.Judge;
import dev.understudy.schema.Check;
import dev.understudy.schema.Column;
import dev.understudy.sql.statement.Trials;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Asks the source itself, read only. A check may call the source's own functions, which nobody else can judge. */
final class SourceJudge implements Judge {
    private final Database source;

    SourceJudge(Database source) {
        this.source = source;
    }

    @Override
    public List<Boolean> passes(Check check, Column column, List<String> texts) {
        Trials trials = new Trials(source.vendor());
        return source.with("Asking the check %s of %s".formatted(check.name(), source.access()), connection -> {
            connection.setReadOnly(true);
            try {
                return verdicts(connection, trials.texts(check, column, texts));
            } catch (SQLException e) {
                if (SqlFailure.isDisturbance(e)) {
                    throw e;
                }
                // One text may be enough for a function to fail, so each is asked for by itself.
                List<Boolean> verdicts = new ArrayList<>();
                for (String text : texts) {
                    verdicts.add(isFine(connection, trials.texts(check, column, List.of(text))));
                }
                return verdicts;
            }
        });
    }

    private static boolean isFine(Connection connection, String query) throws SQLException {
        try {
            return verdicts(connection, query).get(0);
        } catch (SQLException e) {
            if (SqlFailure.isDisturbance(e)) {
                throw e;
            }
            return false;
        }
    }

    private static List<Boolean> verdicts(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<Boolean> verdicts = new ArrayList<>();
            while (rows.next()) {
                verdicts.add(rows.getInt(1) == 1);
            }
            return verdicts;
        }
    }
}
