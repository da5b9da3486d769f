package dev.understudy.clone;

import dev.understudy.servers.DataSets;
import dev.understudy.servers.MariaDbServer;
import dev.understudy.servers.PostgresServer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clones of every data set, within a vendor and across vendors. */
@Tag("acceptance")
class CloneAcceptanceTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"employees", "lahman", "gtfs_caltrain", "tpch_001", "netbox", "omop54"})
    void postgres(String name) throws Exception {
        CloneContract.cloneAndCheck(
                name,
                DataSets.postgres(name, "whole_" + name),
                PostgresServer.shared().createDatabase("whole_copy_" + name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"employees", "chinook", "northwind"})
    void mariaDb(String name) throws Exception {
        CloneContract.cloneAndCheck(
                "mariadb " + name,
                DataSets.mariaDb(name, "whole_" + name),
                MariaDbServer.shared().createDatabase("whole_copy_" + name));
    }

    @Test
    void pagilaToMariaDb() throws Exception {
        CloneContract.cloneAndCheck(
                "pagila to mariadb",
                DataSets.postgres("pagila", "cross_pagila"),
                MariaDbServer.shared().createDatabase("cross_pagila"));
    }

    @Test
    void pagilaToH2() throws Exception {
        String target = "jdbc:h2:file:" + Files.createDirectories(folder).resolve("pagila");
        CloneContract.cloneAndCheck("pagila to h2", DataSets.postgres("pagila", "cross_pagila_h2"), target);
    }

    @Test
    void sakilaToPostgres() throws Exception {
        CloneContract.cloneAndCheck(
                "sakila to postgresql",
                DataSets.mariaDb("sakila", "cross_sakila"),
                PostgresServer.shared().createDatabase("cross_sakila"));
    }
}
