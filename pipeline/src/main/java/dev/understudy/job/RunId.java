package dev.understudy.job;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.ThreadLocalRandom;

/** Names of runs: sortable by time, and different even within a second. */
final class RunId {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private RunId() {}

    /** Such as {@code 20260131-235959-3fa9}, in UTC. */
    static String next() {
        return "%s-%04x"
                .formatted(
                        LocalDateTime.now(ZoneOffset.UTC).format(TIME),
                        ThreadLocalRandom.current().nextInt(1 << 16));
    }
}
