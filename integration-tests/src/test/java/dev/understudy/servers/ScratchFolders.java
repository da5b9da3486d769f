package dev.understudy.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Folders for what several test classes share, so that no test of them can delete it; gone when the tests end. */
public final class ScratchFolders {
    private static final Path ALL = made();

    private ScratchFolders() {}

    /** A new, empty folder. @param name begins its name */
    public static Path create(String name) {
        try {
            return Files.createTempDirectory(ALL, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path made() {
        try {
            Path all = Files.createTempDirectory("understudy-tests");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(all)));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What another process still writes stays. */
    private static void delete(Path folder) {
        try (Stream<Path> inside = Files.walk(folder)) {
            inside.sorted(Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            // Somebody else was faster.
        }
    }
}
