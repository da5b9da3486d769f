package dev.understudy.servers;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A {@code mariadbd} of this machine, run in a folder and on a port of its own, apart from any installed service. */
final class LocalMariaDb {
    private static final String PASSWORD = "understudy";
    private static final int SECONDS_TO_START = 60;

    private final Path server;
    private final Path installer;

    private LocalMariaDb(Path server, Path installer) {
        this.server = server;
        this.installer = installer;
    }

    static Optional<LocalMariaDb> find() {
        return program("mariadbd")
                .flatMap(server -> program("mariadb-install-db").map(tool -> new LocalMariaDb(server, tool)));
    }

    private static Optional<Path> program(String name) {
        String searched = System.getenv("PATH") + File.pathSeparator + "/usr/sbin" + File.pathSeparator + "/usr/bin";
        return Stream.of(searched.split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** @return JDBC URL of the administrator */
    String start() {
        try {
            return start(Files.createTempDirectory("understudy-mariadb"), List.of());
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /**
     * @param folder  that holds everything of the server and is deleted at the end
     * @param options more than the usual ones
     * @return JDBC URL of the administrator
     */
    String start(Path folder, List<String> options) {
        try {
            // The server gives up root's rights and becomes the user mysql, who must be able to enter.
            folder.toFile().setExecutable(true, false);
            folder.toFile().setReadable(true, false);
            Path data = folder.resolve("data");
            install(folder, data, options);
            int port = freePort();
            Process process = run(folder, port, data, options);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process, folder)));
            String url = "jdbc:mariadb://localhost:" + port + "/mysql?user=root&password=";
            awaitAnswer(url, process, folder);
            try (var connection = DriverManager.getConnection(url);
                    var statement = connection.createStatement()) {
                statement.execute("alter user root@localhost identified by '" + PASSWORD + "'");
            }
            return url + PASSWORD;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        } catch (SQLException problem) {
            throw new IllegalStateException("The local MariaDB answers but refuses its administrator", problem);
        }
    }

    private void install(Path folder, Path data, List<String> options) throws IOException {
        List<String> command = new ArrayList<>(List.of(installer.toString(), "--no-defaults"));
        command.add("--datadir=" + data);
        command.add("--auth-root-authentication-method=normal");
        command.add("--skip-test-db");
        command.addAll(options);
        command.addAll(asMysql());
        Process process = start(command, folder.resolve("install.log"));
        if (await(process, SECONDS_TO_START) != 0) {
            throw new IOException("mariadb-install-db failed: "
                    + Files.readString(folder.resolve("install.log")).strip());
        }
    }

    private Process run(Path folder, int port, Path data, List<String> options) throws IOException {
        List<String> command = new ArrayList<>(List.of(server.toString(), "--no-defaults"));
        command.add("--datadir=" + data);
        command.add("--port=" + port);
        command.add("--bind-address=127.0.0.1");
        command.add("--socket=" + data.resolve("server.sock"));
        command.add("--pid-file=" + data.resolve("server.pid"));
        command.add("--local-infile=1");
        command.add("--skip-log-bin");
        command.add("--innodb-flush-log-at-trx-commit=0");
        command.add("--innodb-doublewrite=0");
        command.add("--default-time-zone=+00:00");
        command.addAll(options);
        command.addAll(asMysql());
        return start(command, folder.resolve("server.log"));
    }

    private static List<String> asMysql() {
        return "root".equals(System.getProperty("user.name")) ? List.of("--user=mysql") : List.of();
    }

    private static Process start(List<String> command, Path log) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private static int await(Process process, int seconds) {
        try {
            return process.waitFor(seconds, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void awaitAnswer(String url, Process process, Path folder) throws IOException {
        for (int attempt = 0; attempt < SECONDS_TO_START * 5; attempt++) {
            try (var connection = DriverManager.getConnection(url)) {
                if (connection.isValid(5)) {
                    return;
                }
            } catch (SQLException notYet) {
                if (await(process, 0) >= 0 && !process.isAlive()) {
                    break;
                }
            }
            pause();
        }
        throw new IOException("mariadbd does not answer: "
                + Files.readString(folder.resolve("server.log")).strip());
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void stop(Process process, Path folder) {
        process.destroy();
        if (await(process, 15) < 0) {
            process.destroyForcibly();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException leftBehind) {
            // A temporary folder that stays is the operating system's to clear.
        }
    }
}
