package dev.understudy.notify;

import dev.understudy.report.ReportJson;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Posts messages as JSON, signed, and tries three times. */
final class Webhook {
    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final Duration ANSWERING = Duration.ofSeconds(10);
    private static final int[] WAITS = {0, 1, 3};

    private final WebhookSettings settings;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECTING)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    Webhook(WebhookSettings settings) {
        this.settings = settings;
    }

    /** @return why the message was not taken; empty if it was */
    Optional<String> post(Message message) {
        String body = ReportJson.of(message);
        HttpRequest.Builder request = HttpRequest.newBuilder(settings.url())
                .timeout(ANSWERING)
                .header("Content-Type", "application/json")
                .header("User-Agent", "Understudy")
                .header("X-Understudy-Event", message.event())
                .POST(BodyPublishers.ofString(body));
        settings.secret()
                .ifPresent(secret -> request.header("X-Understudy-Signature", "sha256=" + signed(secret, body)));
        String last = "";
        for (int wait : WAITS) {
            try {
                Thread.sleep(Duration.ofSeconds(wait).toMillis());
                HttpResponse<Void> answer = client.send(request.build(), BodyHandlers.discarding());
                if (answer.statusCode() / 100 == 2) {
                    return Optional.empty();
                }
                last = "it answers " + answer.statusCode();
            } catch (IOException e) {
                last = "it does not answer";
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.of("the run was interrupted");
            }
        }
        return Optional.of(last);
    }

    /** HMAC-SHA256 of the body, in lower-case hex. */
    static String signed(String secret, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HMAC-SHA256", e);
        }
    }
}
