package dev.understudy.commandline;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Processes that tests began. */
public final class Children {
    private static final Set<Process> ALIVE = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> ALIVE.forEach(Process::destroyForcibly)));
    }

    private Children() {}

    /** Ends a process also where the tests themselves are ended in the middle. */
    public static void endWithTheTests(Process process) {
        ALIVE.add(process);
        process.onExit().thenRun(() -> ALIVE.remove(process));
    }
}
