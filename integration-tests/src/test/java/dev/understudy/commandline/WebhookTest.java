package dev.understudy.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A webhook is told how runs begin and end, and never of a value. */
class WebhookTest {
    private static final String KEY = "hush-hush";

    @TempDir
    Path folder;

    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final List<String> signatures = new CopyOnWriteArrayList<>();
    private final AtomicInteger failing = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/told", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            boolean fails = failing.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
            if (!fails) {
                bodies.add(new String(body, StandardCharsets.UTF_8));
                signatures.add(exchange.getRequestHeaders().getFirst("X-Understudy-Signature"));
            }
            exchange.sendResponseHeaders(fails ? 500 : 204, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Path configured(String more) throws IOException {
        return Files.writeString(
                folder.resolve("webhook.yaml"),
                "version: 1\nwebhook: {url: \"http://127.0.0.1:%d/told?token=%s\", secret: \"%s\"%s}\n"
                        .formatted(server.getAddress().getPort(), KEY, KEY, more));
    }

    private CommandLineRun clone(String source, String target, Path configuration) {
        return CommandLineRun.of(
                "clone",
                "--source",
                source,
                "--target",
                target,
                "--config",
                configuration.toString(),
                "--model",
                folder.resolve("m").toString(),
                "--output",
                "json");
    }

    private JsonNode body(int n) throws IOException {
        return new ObjectMapper().readTree(bodies.get(n));
    }

    @Test
    void aRunIsToldAndSigned() throws Exception {
        failing.set(1);
        CommandLineRun run = clone(DatabaseCase.H2.source(), DatabaseCase.H2.empty("told"), configured(""))
                .done();
        assertThat(bodies).hasSize(2);
        assertThat(body(0).path("event").asText()).isEqualTo("started");
        JsonNode end = body(1);
        assertThat(end.path("event").asText()).isEqualTo("succeeded");
        assertThat(end.path("runId")).isEqualTo(run.json().path("runId")).isEqualTo(body(0).path("runId"));
        assertThat(end.path("verb").asText()).isEqualTo("clone");
        assertThat(end.path("model")).isEqualTo(run.json().path("modelDigest"));
        assertThat(end.path("rows").asLong()).isGreaterThan(SmallOrders.ORDERS);
        assertThat(end.path("tables")).hasSize(SmallOrders.TABLES.size());
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        for (int n = 0; n < 2; n++) {
            assertThat(signatures.get(n))
                    .isEqualTo("sha256="
                            + HexFormat.of().formatHex(mac.doFinal(bodies.get(n).getBytes(StandardCharsets.UTF_8))));
        }
        assertThat(bodies.toString()).doesNotContain(KEY, SmallOrders.SECRET);
    }

    @Test
    void failuresAndDriftAreTold() throws Exception {
        String source = DatabaseCase.H2.freshSource("drifting");
        Path quiet = configured(", events: [failed, drift]");
        clone(source, source, quiet).refused(2, "understudy");
        assertThat(bodies).hasSize(1);
        assertThat(body(0).path("event").asText()).isEqualTo("failed");
        assertThat(body(0).path("message").asText()).isNotBlank();
        CommandLineRun.of(
                        "learn",
                        "--source",
                        source,
                        "--config",
                        quiet.toString(),
                        "--model",
                        folder.resolve("m").toString())
                .done();
        assertThat(bodies).as("success is not asked for").hasSize(1);
        Contents.execute(source, "DROP TABLE audit_log");
        CommandLineRun.of(
                "diff",
                "--source",
                source,
                "--config",
                quiet.toString(),
                "--model",
                folder.resolve("m").toString());
        assertThat(body(1).path("event").asText()).isEqualTo("drift");
        assertThat(body(1).path("tables").get(0).asText()).isEqualTo("PUBLIC.AUDIT_LOG");
    }

    @Test
    void aWebhookThatDoesNotAnswerStopsNothing() throws Exception {
        Path configuration = configured(", events: [succeeded]");
        failing.set(9);
        CommandLineRun run = clone(DatabaseCase.H2.source(), DatabaseCase.H2.empty("untold"), configuration)
                .done();
        assertThat(run.err())
                .contains("The webhook at 127.0.0.1 was not told of succeeded: it answers 500.")
                .doesNotContain(KEY);
        run.json();
        Path wrong =
                Files.writeString(folder.resolve("wrong.yaml"), "version: 1\nwebhook: {url: \"ftp://somewhere\"}\n");
        clone(DatabaseCase.H2.source(), DatabaseCase.H2.empty("wrong"), wrong)
                .refused(2, "webhook.url must begin with https://");
    }
}
