package dev.understudy.notify;

import dev.understudy.job.RunResult;
import dev.understudy.job.TableResult;
import dev.understudy.plan.Warning;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/**
 * What is told. Holds no value of the source. Keys are a contract: they may be added, not renamed.
 *
 * @param event      {@code started}, {@code succeeded}, {@code failed} or {@code drift}
 * @param at         when, in UTC
 * @param verb       that was run
 * @param runId      empty for a verb that is no run
 * @param status     of the result, or empty
 * @param message    why it failed, in one line; or empty
 * @param model      digest of the model; or empty
 * @param rows       that were written
 * @param tables     that were written; of a drift those that changed
 * @param violations constraints that are broken
 * @param warnings   their ids, each once
 */
public record Message(
        String event,
        String at,
        String verb,
        String runId,
        String status,
        String message,
        String model,
        long rows,
        List<String> tables,
        long violations,
        List<String> warnings) {

    static Message started(String verb, String runId) {
        return of(WebhookSettings.Event.STARTED, verb, runId, "", "", List.of());
    }

    static Message failed(String verb, String runId, String message) {
        return of(WebhookSettings.Event.FAILED, verb, runId, "failed", message, List.of());
    }

    static Message drift(String verb, List<String> tables) {
        return of(WebhookSettings.Event.DRIFT, verb, "", "drifted", "", tables);
    }

    static Message ended(WebhookSettings.Event event, String verb, RunResult result) {
        return new Message(
                word(event),
                now(),
                verb,
                result.runId(),
                result.status(),
                "",
                result.modelDigest(),
                result.tables().stream().mapToLong(TableResult::targetRows).sum(),
                result.tables().stream().map(table -> table.name().toString()).toList(),
                result.violations().size(),
                result.warnings().stream().map(Warning::id).distinct().toList());
    }

    private static Message of(
            WebhookSettings.Event event,
            String verb,
            String runId,
            String status,
            String message,
            List<String> tables) {
        return new Message(word(event), now(), verb, runId, status, message, "", 0, tables, 0, List.of());
    }

    private static String word(WebhookSettings.Event event) {
        return event.name().toLowerCase(Locale.ROOT);
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
