package dev.understudy.commandline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.understudy.cli.Main;
import java.io.PrintWriter;
import java.io.StringWriter;

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
        try {
            return new ObjectMapper().readTree(out);
        } catch (JsonProcessingException e) {
            throw new AssertionError("Standard output is no JSON:\n" + out + "\n" + err, e);
        }
    }
}
