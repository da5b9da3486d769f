package dev.understudy.serving;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.audit.Chromium;
import dev.understudy.commandline.Children;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A real browser without a window, driven by the DevTools protocol; tests are skipped where there is none. */
final class Browser {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SECONDS = 90;

    private final Process process;
    private final WebSocket socket;
    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final List<String> errors = new CopyOnWriteArrayList<>();
    private int last;

    private Browser(Process process, URI page) throws Exception {
        this.process = process;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(page, new Listener())
                .get(20, TimeUnit.SECONDS);
        send("Runtime.enable", Map.of());
        send("Log.enable", Map.of());
        send("Page.enable", Map.of());
    }

    static Browser open(Path folder) throws Exception {
        Path profile = folder.resolve("profile");
        Process process = new ProcessBuilder(Chromium.command(
                        profile,
                        "--lang=en-GB",
                        "--remote-debugging-port=0",
                        "--ignore-certificate-errors",
                        "about:blank"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("browser.txt").toFile())
                .start();
        Children.endWithTheTests(process);
        Path ports = profile.resolve("DevToolsActivePort");
        for (int i = 0; i < 300 && !(Files.exists(ports) && Files.size(ports) > 0); i++) {
            Thread.sleep(100);
        }
        int port = Integer.parseInt(Files.readAllLines(ports).get(0));
        String tabs = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        for (JsonNode tab : JSON.readTree(tabs)) {
            if (tab.path("type").asText().equals("page")) {
                return new Browser(
                        process, URI.create(tab.path("webSocketDebuggerUrl").asText()));
            }
        }
        throw new IOException("The browser has no page");
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean complete) {
            text.append(data);
            if (complete) {
                try {
                    take(JSON.readTree(text.toString()));
                } catch (IOException e) {
                    errors.add(e.toString());
                }
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        private void take(JsonNode message) {
            CompletableFuture<JsonNode> waiting =
                    asked.remove(message.path("id").asInt());
            if (waiting != null) {
                waiting.complete(message);
            }
            String method = message.path("method").asText();
            JsonNode entry = message.path("params").path("entry");
            if (method.equals("Runtime.exceptionThrown")
                    || method.equals("Log.entryAdded")
                            && entry.path("level").asText().equals("error")
                            && !entry.path("text").asText().contains("status of 4")) {
                errors.add(message.toString());
            }
        }
    }

    private synchronized JsonNode send(String method, Map<String, ?> parameters) throws Exception {
        int id = ++last;
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        asked.put(id, answer);
        ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
        message.set("params", JSON.valueToTree(parameters));
        socket.sendText(message.toString(), true).get(20, TimeUnit.SECONDS);
        return answer.get(60, TimeUnit.SECONDS);
    }

    void go(String url) throws Exception {
        send("Page.navigate", Map.of("url", url));
    }

    /** Runs a script in the page, and gives what it gives as text. */
    String run(String script) throws Exception {
        JsonNode answer = send("Runtime.evaluate", Map.of("expression", script, "awaitPromise", true));
        JsonNode result = answer.path("result");
        if (result.has("exceptionDetails")) {
            throw new AssertionError(script + "\n" + result);
        }
        return result.path("result").path("value").asText("");
    }

    /** Waits until a script gives true. */
    void await(String condition) throws Exception {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        // A page that is still coming has no elements to ask.
        String quiet = "(() => { try { return Boolean(" + condition + "); } catch (e) { return false; } })()";
        while (!run(quiet).equals("true")) {
            if (System.nanoTime() > until) {
                throw new AssertionError("Never true: " + condition + "\n" + run("document.body.innerText"));
            }
            Thread.sleep(100);
        }
    }

    /** What a user sees. */
    String text() throws Exception {
        return run("document.body.innerText");
    }

    void size(int width, int height, boolean dark) throws Exception {
        send(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        send(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    void picture(Path file) throws Exception {
        JsonNode answer = send("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
        Files.write(
                file,
                Base64.getDecoder().decode(answer.path("result").path("data").asText()));
    }

    /** Errors of scripts, and content that was refused. */
    List<String> errors() {
        return errors;
    }

    /** Ends the browser with all processes of its own, which would go on writing into the profile. */
    void close() {
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.add(0, process.toHandle());
        all.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle one : all) {
            try {
                one.onExit().get(10, TimeUnit.SECONDS);
            } catch (Exception e) {
                // Nothing more can be done; the folder will say so.
                errors.add(e.toString());
            }
        }
    }
}
