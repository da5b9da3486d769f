package dev.understudy.target;

import dev.understudy.concurrent.Workers;
import java.util.List;
import java.util.function.Function;

/** Asks a server for the same of many tables, of two at a time, each over a connection of its own. */
final class SideBySide {
    private static final int AT_A_TIME = 2;

    private SideBySide() {}

    /** @return the answers, in order */
    static <T, R> List<R> of(List<T> all, Function<T, R> ask) {
        try (Workers workers = new Workers(AT_A_TIME, "ask")) {
            return workers.map(all.size(), piece -> ask.apply(all.get(piece)));
        }
    }
}
