package dev.understudy.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** A small file system in memory, which only an administrator can mount; others skip the test. */
public final class SmallDisk implements AutoCloseable {
    private final Path place;

    private SmallDisk(Path place) {
        this.place = place;
    }

    /** @param megabytes how much it holds */
    public static SmallDisk mount(int megabytes) throws IOException, InterruptedException {
        Path place = Files.createTempDirectory("understudy-disk");
        boolean mounted =
                run("mount", "-t", "tmpfs", "-o", "size=%dm,mode=0777".formatted(megabytes), "tmpfs", place.toString());
        if (!mounted) {
            Files.delete(place);
        }
        Assumptions.assumeTrue(mounted, "No file system can be mounted here");
        return new SmallDisk(place);
    }

    public Path place() {
        return place;
    }

    /** Makes a folder that belongs to whoever owns another. */
    public Path folder(String name, String like) throws IOException, InterruptedException {
        Path folder = Files.createDirectory(place.resolve(name));
        run("chown", "--reference=" + like, folder.toString());
        return folder;
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    @Override
    public void close() {
        try {
            run("umount", "-l", place.toString());
            Files.deleteIfExists(place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
