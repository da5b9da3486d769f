package dev.understudy.clone;

import dev.understudy.servers.DatabaseServer;
import dev.understudy.servers.MariaDbServer;
import dev.understudy.servers.PostgresServer;
import dev.understudy.servers.SchemaScripts;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Every schema of a folder, of whatever origin: filled, cloned, verified; one line each in {@code target/fills.txt}. */
@Tag("acceptance")
class SchemaFolderTest {
    private static final int ROWS = 100;

    @TestFactory
    Stream<DynamicTest> postgresql() throws Exception {
        return tests("postgresql", PostgresServer.shared());
    }

    @TestFactory
    Stream<DynamicTest> mariaDb() throws Exception {
        return tests("mariadb", MariaDbServer.shared());
    }

    private static Stream<DynamicTest> tests(String vendor, DatabaseServer server) throws Exception {
        return SchemaScripts.names(vendor).stream()
                .map(name -> DynamicTest.dynamicTest(
                        name,
                        () -> FillContract.fillAndClone(
                                vendor + " " + name,
                                SchemaScripts.load(vendor, name, server),
                                server.createDatabase("filled_" + name),
                                server.createDatabase("copied_" + name),
                                ROWS)));
    }
}
