package dev.understudy.introspect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.introspect.postgresql.Outward.Routine;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutwardTest {
    private static final Outward NOTHING_KNOWN = new Outward(List.of(), List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PERFORM dblink_exec('prod', 'DELETE FROM t')",
                "SELECT content FROM http(('GET', url, NULL, NULL, NULL))",
                "PERFORM extensions.http_post (url, body, 'text/plain')",
                "PERFORM net.http_get(url)",
                "COPY orders TO PROGRAM 'mail boss'",
                "copy\n  orders from\n  program 'curl'",
                "EXECUTE $q$COPY t TO '/tmp/t'$q$",
                "SELECT pg_read_file('/etc/passwd')",
                "SELECT lo_export(1, '/tmp/x')",
                "untrusted language\nimport os",
            })
    void aTextThatCallsOutsideReachesOutside(String text) {
        assertThat(NOTHING_KNOWN.reaches(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PERFORM pg_notify('changed', NEW.id::text); RETURN NEW;",
                "NEW.copy_of := (SELECT max(x) FROM t WHERE y > 'a'); RETURN NEW;",
                "NEW.url := 'https://example.com/' || NEW.id;",
                "SELECT count(*) FROM pg_stat_activity",
                "UPDATE cron_jobs SET done = true",
            })
    void aTextThatStaysInsideDoesNot(String text) {
        assertThat(NOTHING_KNOWN.reaches(text)).isFalse();
    }

    @Test
    void whoeverCallsAnOutwardRoutineOrTouchesAForeignTableReachesOutside() {
        Outward outward = new Outward(
                List.of(
                        new Routine("tell", "PERFORM send(1)"),
                        new Routine("send", "PERFORM dblink('prod', 'x')"),
                        new Routine("add", "RETURN 1")),
                List.of("far"));

        assertThat(outward.reaches("shop.tell()")).isTrue();
        assertThat(outward.reaches("INSERT INTO far VALUES (1)")).isTrue();
        assertThat(outward.reaches("shop.add()")).isFalse();
        assertThat(outward.reaches("farther, teller")).isFalse();
    }
}
