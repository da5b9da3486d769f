package dev.understudy.serve.state;

import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.serve.state.RunEntry.State;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs and changed schedules, in an embedded database in a folder. May be shared by threads; one server at a time opens it. */
public final class History implements AutoCloseable {
    private static final List<String> TABLES =
            List.of("""
            CREATE TABLE IF NOT EXISTS run (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, job varchar(200) NOT NULL,
              state varchar(20) NOT NULL, cause varchar(20) NOT NULL, asked timestamp(3) with time zone NOT NULL,
              started timestamp(3) with time zone, ended timestamp(3) with time zone, exit_status int,
              message varchar(4000) NOT NULL DEFAULT '', result clob NOT NULL DEFAULT '')""", "CREATE INDEX IF NOT EXISTS run_of_job ON run (job, id)", """
            CREATE TABLE IF NOT EXISTS schedule (job varchar(200) PRIMARY KEY, text varchar(200) NOT NULL, zone varchar(80) NOT NULL,
              changed timestamp(3) with time zone NOT NULL)""");

    private final Connection connection;

    private History(Connection connection) {
        this.connection = connection;
    }

    /**
     * Opens the database, or makes it. Runs that an earlier server did not see to their end are marked.
     *
     * @throws UnderstudyException {@link Problem#USAGE} if another server has it open
     */
    public static History open(Path folder) {
        try {
            Connection connection = DriverManager.getConnection(
                    "jdbc:h2:file:" + folder.resolve("serve").toAbsolutePath()
                            + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0",
                    "serve",
                    "");
            History history = new History(connection);
            for (String table : TABLES) {
                history.update(table);
            }
            history.update(
                    "UPDATE run SET state = 'INTERRUPTED', ended = ?, message = ? WHERE state IN ('WAITING', 'RUNNING')",
                    now(),
                    "The server ended before the run did.");
            return history;
        } catch (SQLException e) {
            throw new UnderstudyException(
                    Problem.USAGE,
                    "The state in %s cannot be opened; another server may be using it.".formatted(folder),
                    e);
        }
    }

    private static OffsetDateTime now() {
        return OffsetDateTime.now(ZoneOffset.UTC);
    }

    private synchronized int update(String sql, Object... values) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    private static UnderstudyException broken(SQLException e) {
        return new UnderstudyException(Problem.FAILED, "The server's state cannot be read or written.", e);
    }

    /** Begins to wait. @return the run */
    public synchronized long add(String job, String cause) {
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO run (job, state, cause, asked) VALUES (?, 'WAITING', ?, ?)", new String[] {"ID"})) {
            statement.setString(1, job);
            statement.setString(2, cause);
            statement.setObject(3, now());
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    public void start(long id) {
        update("UPDATE run SET state = 'RUNNING', started = ? WHERE id = ?", now(), id);
    }

    /** Notes how a run ended. */
    public void end(long id, State state, Integer exit, String message, String result) {
        String kept = message.length() > 4000 ? message.substring(0, 4000) : message;
        update(
                "UPDATE run SET state = ?, ended = ?, exit_status = ?, message = ?, result = ? WHERE id = ?",
                state.name(),
                now(),
                exit,
                kept,
                result,
                id);
    }

    /** Latest first. @param most how many */
    public List<RunEntry> runs(int most) {
        return select("SELECT * FROM run ORDER BY id DESC LIMIT " + most);
    }

    public Optional<RunEntry> run(long id) {
        return select("SELECT * FROM run WHERE id = ?", id).stream().findFirst();
    }

    /** The latest run of each job, and with a state the latest of that state. */
    public Map<String, RunEntry> latest(Optional<State> state) {
        Map<String, RunEntry> latest = new LinkedHashMap<>();
        String of = state.map(one -> " WHERE state = '" + one.name() + "'").orElse("");
        select("SELECT * FROM run WHERE id IN (SELECT max(id) FROM run" + of + " GROUP BY job)")
                .forEach(run -> latest.put(run.job(), run));
        return latest;
    }

    /** How many runs of each job ended in each state. */
    public synchronized Map<String, Map<State, Long>> counts() {
        Map<String, Map<State, Long>> counts = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(
                        "SELECT job, state, count(*) FROM run GROUP BY job, state ORDER BY 1, 2");
                ResultSet found = statement.executeQuery()) {
            while (found.next()) {
                counts.computeIfAbsent(found.getString(1), job -> new LinkedHashMap<>())
                        .put(State.valueOf(found.getString(2)), found.getLong(3));
            }
        } catch (SQLException e) {
            throw broken(e);
        }
        return counts;
    }

    private synchronized List<RunEntry> select(String sql, Object... values) {
        List<RunEntry> runs = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    runs.add(entry(found));
                }
            }
        } catch (SQLException e) {
            throw broken(e);
        }
        return runs;
    }

    private static RunEntry entry(ResultSet found) throws SQLException {
        return new RunEntry(
                found.getLong("id"),
                found.getString("job"),
                State.valueOf(found.getString("state")),
                found.getString("cause"),
                moment(found, "asked").orElseThrow(),
                moment(found, "started"),
                moment(found, "ended"),
                Optional.ofNullable(found.getObject("exit_status", Integer.class)),
                found.getString("message"),
                found.getString("result"));
    }

    private static Optional<Instant> moment(ResultSet found, String column) throws SQLException {
        return Optional.ofNullable(found.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    /** A schedule that was changed here; it wins over the one in the file of jobs. */
    public synchronized Optional<Schedule> schedule(String job) {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT text, zone FROM schedule WHERE job = ?")) {
            statement.setString(1, job);
            try (ResultSet found = statement.executeQuery()) {
                return found.next()
                        ? Optional.of(Schedule.of(found.getString(1), found.getString(2)))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    public void change(String job, Schedule schedule) {
        update("MERGE INTO schedule KEY (job) VALUES (?, ?, ?, ?)", job, schedule.text(), schedule.zone(), now());
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // Whatever was committed is on the disk.
        }
    }
}
