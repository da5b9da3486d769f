package dev.understudy.clone;

import dev.understudy.servers.DataSets;
import dev.understudy.servers.MariaDbServer;
import dev.understudy.servers.PostgresServer;
import org.junit.jupiter.api.Test;

/** Clones within one vendor that are checked at every build. */
class CloneTest {
    private static String empty(String name) {
        return PostgresServer.shared().createDatabase("copy_" + name);
    }

    @Test
    void pagila() throws Exception {
        CloneContract.cloneAndCheck("pagila", DataSets.postgres("pagila", "clone_pagila"), empty("pagila"));
    }

    @Test
    void chinook() throws Exception {
        CloneContract.cloneAndCheck("chinook", DataSets.postgres("chinook", "clone_chinook"), empty("chinook"));
    }

    @Test
    void northwind() throws Exception {
        CloneContract.cloneAndCheck("northwind", DataSets.postgres("northwind", "clone_northwind"), empty("northwind"));
    }

    @Test
    void sakila() throws Exception {
        CloneContract.cloneAndCheck(
                "mariadb sakila",
                DataSets.mariaDb("sakila", "clone_sakila"),
                MariaDbServer.shared().createDatabase("copy_sakila"));
    }
}
