package dev.understudy.cli.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The configuration file as it is written; what is missing is null. Keys are the names of the components in kebab case.
 *
 * @param version   of the format; 1
 * @param source    the database to learn from
 * @param target    the database to fill
 * @param scale     factor on the rows of subject tables
 * @param seed      start of every draw
 * @param threads   worker threads
 * @param locale    where made-up people live: {@code auto}, {@code world}, a language, or one with a country
 * @param tables    wishes by table name or pattern
 * @param columns   meanings by {@code table.column} or pattern
 * @param links     links that the database does not declare
 * @param rules     conditions and totals that the database does not declare
 * @param learn     how columns are learned
 * @param privacy   what is protected, and how
 * @param gates     what a release must meet
 * @param utility   what classifiers predict
 * @param snapshot  how the source is read
 * @param drift     what counts as a change of the source
 * @param hooks     statements that run in the target
 * @param webhook   who is told how runs begin and end
 * @param acknowledge warnings that are known and accepted
 */
public record Configuration(
        Integer version,
        Source source,
        Target target,
        Double scale,
        Long seed,
        Integer threads,
        String locale,
        Map<String, TableEntry> tables,
        Map<String, ColumnEntry> columns,
        List<LinkEntry> links,
        List<String> rules,
        Learn learn,
        Privacy privacy,
        Gates gates,
        Utility utility,
        Snapshot snapshot,
        Drift drift,
        List<HookEntry> hooks,
        Webhook webhook,
        List<AcknowledgeEntry> acknowledge) {

    /** @param schemas schemas that are read; without it all that users made */
    public record Source(String url, String user, String password, List<String> schemas, TlsEntry tls) {}

    /**
     * @param schema       {@code create}, {@code migrations} or {@code existing}
     * @param migrations   folder of Flyway migrations
     * @param existingRows {@code refuse} or {@code replace}
     * @param protect      patterns of URLs that are never written to
     * @param sameOrigin   {@code confirmed} if a target with the identity of the source is a restored copy
     * @param tableComments {@code mark} where rows are synthetic, or {@code keep} comments as they are
     * @param refresh      {@code beside}: rows come in beside the old ones, then tables are exchanged; or {@code in-place}
     */
    public record Target(
            String url,
            String user,
            String password,
            String schema,
            Path migrations,
            String existingRows,
            List<String> protect,
            String sameOrigin,
            String tableComments,
            String refresh,
            TlsEntry tls) {}

    /**
     * @param mode {@code verify-full}, {@code verify-ca}, {@code require} or {@code disable}
     * @param ca   certificates that are trusted, in PEM
     * @param cert certificate of the client
     * @param key  key of the client
     */
    public record TlsEntry(String mode, Path ca, Path cert, Path key) {}

    /**
     * @param mode {@code auto}, {@code synthesize}, {@code copy}, {@code empty} or {@code skip}
     * @param rows rows of a table that has none in the source
     * @param learner what learns its columns
     */
    public record TableEntry(String mode, Double scale, Long rows, String learner) {}

    /**
     * @param learner {@code trees}, {@code network}, {@code copula} or {@code auto}
     * @param refine  whether rows that a classifier tells from real ones are drawn again
     * @param memory  what rows may take while a model is learned, such as {@code 512MB}
     * @param budget  millions of cells that trees may look at
     */
    public record Learn(String learner, Boolean refine, String memory, Long budget) {}

    /**
     * @param as        a meaning, such as {@code email} or {@code first-name}
     * @param template  text with parts in braces, such as {@code ORD-{ordered_at:year}-{serial:6}}
     * @param generator name of a generator on the class path
     */
    public record ColumnEntry(String as, String template, String generator) {}

    /**
     * @param from {@code table.column}, or a list of them
     * @param by   type column of a polymorphic link
     * @param to   {@code table.column}, a list, or with a type column one of both by label
     */
    public record LinkEntry(JsonNode from, String by, JsonNode to) {}

    /**
     * @param subject   tables with which families start
     * @param k         families that must share whatever is kept
     * @param sensitive columns of a subject that nobody should infer
     * @param groups    columns of a subject whose labels are groups that need protection of their own
     */
    public record Privacy(List<String> subject, Integer k, List<String> sensitive, List<String> groups) {}

    /**
     * @param fidelity least overall score
     * @param utility  least ratio of classifiers trained on synthetic rows to those trained on real ones
     * @param privacy  {@code no-fail}, {@code pass} or {@code show}
     */
    public record Gates(Double fidelity, Double utility, String privacy) {}

    /** @param targets {@code table.column} */
    public record Utility(List<String> targets) {}

    /**
     * @param readers     connections that read side by side
     * @param lockTimeout seconds to wait for the shared lock on a table
     * @param maxDuration minutes after which the snapshot is given up
     */
    public record Snapshot(Integer readers, Integer lockTimeout, Integer maxDuration) {}

    /**
     * @param spread  largest total variation of a column or a fan-out
     * @param missing largest difference of the shares of missing values
     * @param rows    largest relative change of the number of rows
     */
    public record Drift(Double spread, Double missing, Double rows) {}

    /**
     * @param at        {@code before} or {@code after}
     * @param sql       statements
     * @param onFailure {@code fail} or {@code warn}
     */
    public record HookEntry(String at, List<String> sql, String onFailure) {}

    /**
     * @param secret that messages are signed with
     * @param events {@code started}, {@code succeeded}, {@code failed}, {@code drift}
     */
    public record Webhook(String url, String secret, List<String> events) {}

    /**
     * @param warning its id
     * @param at      name or pattern of what it is about; without it all
     * @param reason  why it is accepted
     */
    public record AcknowledgeEntry(String warning, String at, String reason) {}

    /** Nothing configured. */
    public static final Configuration NONE = new Configuration(
            1, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
            null, null);

    public Configuration {
        source = Objects.requireNonNullElse(source, new Source(null, null, null, null, null));
        target = Objects.requireNonNullElse(
                target, new Target(null, null, null, null, null, null, null, null, null, null, null));
        tables = tables == null ? Map.of() : tables;
        columns = columns == null ? Map.of() : columns;
        links = links == null ? List.of() : links;
        rules = rules == null ? List.of() : rules;
        learn = Objects.requireNonNullElse(learn, new Learn(null, null, null, null));
        privacy = Objects.requireNonNullElse(privacy, new Privacy(null, null, null, null));
        gates = Objects.requireNonNullElse(gates, new Gates(null, null, null));
        utility = Objects.requireNonNullElse(utility, new Utility(null));
        hooks = hooks == null ? List.of() : hooks;
        acknowledge = acknowledge == null ? List.of() : acknowledge;
        webhook = Objects.requireNonNullElse(webhook, new Webhook(null, null, null));
        drift = Objects.requireNonNullElse(drift, new Drift(null, null, null));
        snapshot = Objects.requireNonNullElse(snapshot, new Snapshot(null, null, null));
    }
}
