package dev.understudy.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A browser without a window; tests are skipped where there is none. */
public final class Chromium {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    private Chromium() {}

    /**
     * How the browser of this machine is started without a window; skips the test where there is none.
     *
     * @param more what this use of it needs, the page last
     */
    public static List<String> command(Path profile, String... more) {
        Path browser = Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .flatMap(place -> NAMES.stream().map(name -> Path.of(place, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        Assumptions.assumeTrue(browser != null, "No Chromium on the PATH, so the page is not opened");
        List<String> command = new ArrayList<>(List.of(
                browser.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + profile));
        command.addAll(List.of(more));
        return command;
    }

    /**
     * Opens a page, runs a script in it, and gives the document as it is then.
     *
     * @throws AssertionError if the page wrote an error to the console
     */
    static String opened(Path folder, String page, String script) throws IOException, InterruptedException {
        int end = page.lastIndexOf("</body>");
        Path file = Files.writeString(
                folder.resolve("page.html"),
                page.substring(0, end) + "<script>" + script + "</script>" + page.substring(end));
        Path out = folder.resolve("dom.html");
        Path err = folder.resolve("console.txt");
        Process process = new ProcessBuilder(command(
                        folder.resolve("profile"),
                        "--enable-logging=stderr",
                        "--virtual-time-budget=8000",
                        "--window-size=1366,3000",
                        "--dump-dom",
                        file.toUri().toString()))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("The browser did not finish within a minute");
        }
        assertThat(Files.readString(err, StandardCharsets.UTF_8).lines())
                .filteredOn(line -> line.contains("CONSOLE"))
                .isEmpty();
        return Files.readString(out, StandardCharsets.UTF_8);
    }
}
