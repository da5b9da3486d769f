package dev.understudy.meanings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.commandline.CommandLineRun;
import dev.understudy.commandline.Contents;
import dev.understudy.commandline.DatabaseCase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of a list of labels stay, but what is written about them at length does not. */
class LookupTextsTest {
    @TempDir
    Path folder;

    @Test
    void aLongTextOfALabelLosesItsEnd() throws Exception {
        String source = DatabaseCase.H2.empty("label_texts");
        List<String> goods = new ArrayList<>();
        for (int id = 1; id <= 400; id++) {
            goods.add("(%d, %d, 'good %d')".formatted(id, 1 + id % 3, id));
        }
        Contents.execute(
                source,
                "CREATE TABLE kind (id int PRIMARY KEY, name varchar(20) NOT NULL, description varchar(200))",
                "CREATE TABLE good (id int PRIMARY KEY, kind_id int NOT NULL REFERENCES kind (id), name varchar(20))",
                "INSERT INTO kind VALUES (1, 'Drinks', 'hot and cold ones'),"
                        + " (2, 'Sauces', 'sweet and savoury ones that our cook made for Mrs Quackenbush'), (3, 'Meat', NULL)",
                "INSERT INTO good VALUES " + String.join(", ", goods));
        String target = DatabaseCase.H2.empty("label_texts_made");

        String model = folder.resolve("labels.understudy").toString();

        CommandLineRun.of("clone", "--source", source, "--target", target, "--model", model)
                .done();

        assertThat(Contents.ofUsers(target).get("kind"))
                .containsExactly(
                        "[1, Drinks, hot and cold ones]",
                        "[2, Sauces, sweet and savoury ones that our cook]",
                        "[3, Meat, null]");
    }
}
