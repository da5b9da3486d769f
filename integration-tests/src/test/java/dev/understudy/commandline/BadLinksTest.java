package dev.understudy.commandline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links of a configuration that make no sense: told in one line that names the key and what may be meant. */
class BadLinksTest {
    private static String source;

    @TempDir
    Path folder;

    @BeforeAll
    static void forum() throws SQLException {
        source = DatabaseCase.H2.empty("bad_links");
        Forum.make(source);
    }

    private CommandLineRun planned(String link) throws IOException {
        Path file = Files.writeString(folder.resolve("links.yaml"), "version: 1\nlinks:\n  - " + link + "\n");
        return CommandLineRun.of("plan", "--source", source, "--config", file.toString());
    }

    @Test
    void unknownNamesAreToldWithTheNearest() throws IOException {
        planned("{from: tickets.user_ref, to: app_user.id}").refused(2, "links[0].from", "did you mean TICKET?");
        planned("{from: ticket.user_reff, to: app_user.id}").refused(2, "has no column user_reff", "USER_REF?");
        planned("{from: ticket.user_ref, to: app_user.idd}").refused(2, "links[0].to", "did you mean ID?");
        planned("{from: user_ref, to: app_user.id}").refused(2, "write table.column");
    }

    @Test
    void aTargetMustBeAKeyOfTheSameType() throws IOException {
        planned("{from: ticket.user_ref, to: photo.width}").refused(2, "no unique key", "its keys are ID");
        planned("{from: depot.region_code, to: region.code}").refused(2, "no unique key", "(COUNTRY, CODE)");
        planned("{from: ticket.opened, to: app_user.id}").refused(2, "links[0].to", "equal types");
        planned("{from: [depot.country, depot.region_code], to: app_user.id}").refused(2, "names 1 columns");
        planned("{from: [depot.country, ticket.user_ref], to: [region.country, region.code]}")
                .refused(2, "two tables");
    }

    @Test
    void aTypeColumnNeedsLabels() throws IOException {
        planned("{from: remark.subject_id, by: remark.subject_type, to: post.id}")
                .refused(2, "links[0]", "by label");
        planned("{from: remark.subject_id, to: {post: post.id}}").refused(2, "by must name the type column");
        planned("{from: remark.subject_id, by: remark.subject_tipe, to: {post: post.id}}")
                .refused(2, "links[0].by", "SUBJECT_TYPE?");
        planned("{from: note.owner_id, by: note.owner_kind, to: {post: post.id}}")
                .refused(2, "no whole number");
        planned("{from: remark.subject_id, by: ticket.user_ref, to: {post: post.id}}")
                .refused(2, "no other column");
        planned("{from: remark.subject_id, by: remark.subject_type, to: {post: post.idd}}")
                .refused(2, "links[0].to.post", "ID?");
    }

    @Test
    void anEntryMustBeWhole() throws IOException {
        planned("{from: ticket.user_ref}").refused(2, "links[0] needs from and to");
        planned("{from: 7, to: app_user.id}").refused(2, "links[0].from must be table.column");
        planned("{form: ticket.user_ref, to: app_user.id}").refused(2, "unknown key", "did you mean from?");
        planned("{from: tagged.kind_id, to: kind.id}").refused(2, "already", "TAGGED_KIND");
        planned("{from: tagged.kind_id, by: tagged.object_id, to: {1: kind.id}}")
                .refused(2, "TAGGED_KIND");
    }
}
