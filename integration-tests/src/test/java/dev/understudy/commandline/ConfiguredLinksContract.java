package dev.understudy.commandline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links that only the configuration knows: learned, kept in the copy, checked there, and never created. */
abstract class ConfiguredLinksContract {
    @TempDir
    Path folder;

    private final DatabaseCase vendor;

    ConfiguredLinksContract(DatabaseCase vendor) {
        this.vendor = vendor;
    }

    private String configuration() throws IOException {
        return Files.writeString(folder.resolve("forum.yaml"), "version: 1\n" + Forum.LINKS)
                .toString();
    }

    private static List<String> warnings(JsonNode result) {
        List<String> warnings = new ArrayList<>();
        result.path("warnings")
                .forEach(warning -> warnings.add((warning.path("id").asText() + " "
                                + warning.path("object").asText())
                        .toLowerCase(java.util.Locale.ROOT)
                        .replaceFirst(" [^.]*\\.", " ")));
        return warnings;
    }

    @Test
    void linksThatNobodyDeclaredHoldInTheCopy() throws Exception {
        String source = vendor.empty("forum");
        Forum.make(source);
        Forum.fill(source);
        String model = folder.resolve("forum.understudy").toString();
        String target = vendor.empty("forum_copy");

        JsonNode plan = CommandLineRun.of("plan", "--source", source, "--config", configuration(), "--output", "json")
                .done()
                .json();
        assertThat(plan.path("configuredLinks")).hasSize(10);
        assertThat(warnings(plan))
                .contains(
                        "orphan-rows ticket.user_ref",
                        "orphan-rows ticket.requester",
                        "unknown-type remark.subject_type");
        assertThat(plan.toString()).contains("video").contains("\"declaredBy\":\"configuration\"");

        CommandLineRun.of(
                        "clone", "--source", source, "--target", target, "--config", configuration(), "--model", model)
                .done();
        hold(target);
        assertThat(Forum.number(target, "SELECT count(*) FROM ticket")).isEqualTo(Forum.TICKETS);
        // A tenth pointed nowhere, and another tenth at users that are gone.
        assertThat((double) Forum.number(target, "SELECT count(*) FROM ticket WHERE user_ref IS NULL"))
                .isCloseTo(0.2 * Forum.TICKETS, within(0.06 * Forum.TICKETS));
        assertThat((double) Forum.number(target, "SELECT count(*) FROM remark WHERE subject_type = 'photo'"))
                .isCloseTo(0.317 * Forum.COMMENTS, within(0.06 * Forum.COMMENTS));
        // Photos are rated better than posts.
        assertThat(Forum.number(target, "SELECT count(*) FROM remark WHERE subject_type = 'photo' AND stars = 5"))
                .isGreaterThan(
                        Forum.number(target, "SELECT count(*) FROM remark WHERE subject_type = 'photo'") * 9 / 10);
        assertThat(Forum.number(
                        target, "SELECT count(*) FROM remark WHERE subject_type NOT IN ('post', 'photo', 'video')"))
                .isZero();
        assertThat(Forum.number(target, "SELECT count(*) FROM note WHERE owner_kind = 1 AND owner_id IS NULL"))
                .isPositive();
        assertThat(Forum.number(target, "SELECT count(DISTINCT object_id) FROM tagged WHERE kind_id = 2"))
                .isGreaterThan(50);

        everyLinkIsChecked(target, model);
    }

    /** By the model, by the configuration; and by neither. */
    private void everyLinkIsChecked(String target, String model) throws Exception {
        CommandLineRun.of("verify", "--target", target, "--model", model).done();
        CommandLineRun.of("verify", "--target", target, "--config", configuration())
                .done();
        String again = vendor.empty("forum_again");
        CommandLineRun.of("generate", "--target", again, "--model", model).done();
        assertThat(Contents.ofUsers(again)).isEqualTo(Contents.ofUsers(target));

        Contents.execute(
                target,
                "UPDATE ticket SET user_ref = 777777 WHERE id IN (SELECT id FROM (SELECT min(id) AS id FROM ticket) t)");
        Contents.execute(
                target,
                "UPDATE remark SET subject_id = 888888 WHERE id IN"
                        + " (SELECT id FROM (SELECT min(id) AS id FROM remark WHERE subject_type = 'photo') t)");
        Contents.execute(
                target,
                "UPDATE depot SET region_code = 99 WHERE id IN (SELECT id FROM (SELECT min(id) AS id FROM depot) t)");
        for (List<String> how : List.of(List.of("--model", model), List.of("--config", configuration()))) {
            List<String> words = new ArrayList<>(List.of("verify", "--target", target, "--output", "json"));
            words.addAll(how);
            CommandLineRun run = CommandLineRun.of(words.toArray(String[]::new));
            assertThat(run.status()).as(run.err() + run.out()).isEqualTo(5);
            List<String> broken = new ArrayList<>();
            run.json()
                    .path("constraints")
                    .path("violations")
                    .forEach(one -> broken.add(one.path("kind").asText() + " "
                            + one.path("object")
                                    .asText()
                                    .toLowerCase(java.util.Locale.ROOT)
                                    .replaceFirst("^[^.]*\\.", "")
                            + " "
                            + one.path("rows").asInt()));
            assertThat(broken)
                    .containsExactlyInAnyOrder(
                            "link ticket.user_ref -> app_user.id 1",
                            "link remark.subject_id -> photo.id where subject_type is photo 1",
                            "link depot.(country, region_code) -> region.(country, code) 1");
        }
        // The target declares none of them.
        CommandLineRun.of("verify", "--target", target).done();
    }

    @Test
    void tablesWithoutRowsAreFilledAlongThem() throws Exception {
        String source = vendor.empty("forum_empty");
        Forum.make(source);
        String target = vendor.empty("forum_filled");

        CommandLineRun.of(
                        "clone",
                        "--source",
                        source,
                        "--target",
                        target,
                        "--config",
                        configuration(),
                        "--model",
                        folder.resolve("filled.understudy").toString(),
                        "--rows-per-empty-table",
                        "60")
                .done();

        hold(target);
        assertThat(Forum.number(target, "SELECT count(*) FROM remark")).isEqualTo(60);
        assertThat(Forum.number(target, "SELECT count(*) FROM remark WHERE subject_type = 'photo'"))
                .isBetween(15L, 45L);
        assertThat(Forum.number(target, "SELECT count(DISTINCT owner_kind) FROM note"))
                .isEqualTo(3);
    }

    @Test
    void aModeIsKeptTo() throws Exception {
        String source = vendor.empty("forum_modes");
        Forum.make(source);
        Forum.fill(source);
        String target = vendor.empty("forum_modes_copy");
        Path modes = Files.writeString(
                folder.resolve("modes.yaml"),
                "version: 1\ntables:\n  remark: {mode: copy}\n  post: {mode: copy}\n  photo: {mode: copy}\n"
                        + "  kind: {mode: copy}\n" + Forum.LINKS);

        CommandLineRun.of(
                        "clone",
                        "--source",
                        source,
                        "--target",
                        target,
                        "--config",
                        modes.toString(),
                        "--model",
                        folder.resolve("modes.understudy").toString())
                .done();

        hold(target);
        String rows = "SELECT sum(subject_id * (1 + author)) FROM remark";
        assertThat(Forum.number(target, rows)).isEqualTo(Forum.number(source, rows));
    }

    private static void hold(String target) throws SQLException {
        for (String query : Forum.ORPHANS) {
            assertThat(Forum.number(target, query)).as(query).isZero();
        }
        assertThat(Forum.number(
                        target,
                        "SELECT count(*) FROM (SELECT subject_type, subject_id, author FROM remark"
                                + " GROUP BY subject_type, subject_id, author HAVING count(*) > 1) d"))
                .isZero();
    }
}
