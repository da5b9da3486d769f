package dev.understudy.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.understudy.cli.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/**
 * One command, run as a user would, within the JVM of the tests.
 *
 * @param status exit status
 * @param out    standard output
 * @param err    standard error
 */
public record CommandLineRun(int status, String out, String err) {
    public static CommandLineRun of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Main.run(arguments, new PrintWriter(out), new PrintWriter(err));
        return new CommandLineRun(status, out.toString(), err.toString());
    }

    /** Standard output of a command with {@code --output json}: exactly one object. */
    public JsonNode json() {
        try (JsonParser parser = new ObjectMapper().createParser(out)) {
            JsonNode object = parser.readValueAsTree();
            assertThat(parser.nextToken()).as("what follows the object").isNull();
            return object;
        } catch (IOException e) {
            throw new AssertionError("Standard output is no JSON:\n" + out + "\n" + err, e);
        }
    }

    /** The command ended well. */
    public CommandLineRun done() {
        assertThat(status).as(err + out).isZero();
        return this;
    }

    /**
     * The command was refused as a user should see it: the status, nothing on standard output, one line that says why and
     * holds every one of {@code words}, no stack trace and no value of {@link SmallOrders}.
     */
    public void refused(int expected, String... words) {
        assertThat(status).as(err + out).isEqualTo(expected);
        assertThat(out).isEmpty();
        List<String> messages =
                err.lines().filter(line -> line.startsWith("understudy: ")).toList();
        assertThat(messages).as(err).hasSize(1);
        assertThat(messages.get(0)).contains(words);
        assertThat(err).doesNotContain("    at ").doesNotContain("Exception").doesNotContain(SmallOrders.SECRET);
        // Progress may stand before the message, nothing after it.
        assertThat(err.strip()).endsWith(messages.get(0));
    }
}
