package dev.understudy.cli.output;

import java.io.IOException;
import java.io.Writer;

/** Turns every line that is no JSON object yet into one, so that a log holds nothing else. */
public final class JsonLines extends Writer {
    private static final String ERROR = "understudy: ";

    private final Writer out;
    private final StringBuilder line = new StringBuilder();

    public JsonLines(Writer out) {
        this.out = out;
    }

    @Override
    public synchronized void write(char[] text, int from, int length) throws IOException {
        for (int i = from; i < from + length; i++) {
            if (text[i] == '\n') {
                end();
            } else if (text[i] != '\r') {
                line.append(text[i]);
            }
        }
    }

    private void end() throws IOException {
        String text = line.toString();
        line.setLength(0);
        if (text.startsWith("{")) {
            out.write(text + "\n");
        } else if (!text.isBlank()) {
            boolean error = text.startsWith(ERROR);
            String message = error ? text.substring(ERROR.length()) : text;
            out.write(JsonProgress.line(error ? "error" : "warn").put("message", message) + "\n");
        }
    }

    @Override
    public synchronized void flush() throws IOException {
        out.flush();
    }

    @Override
    public synchronized void close() throws IOException {
        if (!line.isEmpty()) {
            end();
        }
        out.flush();
    }
}
