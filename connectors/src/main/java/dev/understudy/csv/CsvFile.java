package dev.understudy.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/**
 * One file, as RFC 4180 has it: UTF-8, a line of names, commas, and double quotes where a field holds any of these. An empty field
 * without quotes is missing, one with quotes is an empty text. Empty lines mean nothing where there are several columns.
 */
final class CsvFile {
    private static final char MARK = '\uFEFF';

    private final Path file;
    private final List<String> header;

    private CsvFile(Path file, List<String> header) {
        this.file = file;
        this.header = header;
    }

    /** @throws UnderstudyException if there is no line of different names */
    static CsvFile open(Path file) {
        List<String> header = new ArrayList<>();
        new CsvFile(file, header).lines((line, fields) -> {
            for (String name : fields) {
                header.add(name == null ? "" : name.strip());
            }
            return header.isEmpty();
        });
        List<String> names =
                header.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        if (names.isEmpty()) {
            throw new UnderstudyException(
                    Problem.USAGE, "%s is empty; its first line must name the columns.".formatted(file));
        }
        if (names.contains("") || names.stream().distinct().count() < names.size()) {
            throw new UnderstudyException(
                    Problem.USAGE, "The first line of %s must name the columns, each by another name.".formatted(file));
        }
        return new CsvFile(file, List.copyOf(header));
    }

    List<String> header() {
        return header;
    }

    /** Place of a column, whatever the case of its name; -1 if the file has none such. */
    int place(String column) {
        for (int i = 0; i < header.size(); i++) {
            if (header.get(i).equalsIgnoreCase(column)) {
                return i;
            }
        }
        return -1;
    }

    /** Takes one line after the other. */
    interface Lines {
        /**
         * @param line   its number in the file, from 1
         * @param fields null where missing
         * @return false once no more lines are wanted
         */
        boolean take(long line, String[] fields);
    }

    /** All lines below the names. */
    void rows(Lines rows) {
        boolean[] first = {true};
        lines((line, fields) -> {
            if (fields.length == 0 && (first[0] || header.size() > 1)) {
                return true;
            }
            if (first[0]) {
                first[0] = false;
                return true;
            }
            if (fields.length == 0) {
                // The only field is missing.
                return rows.take(line, new String[1]);
            }
            if (fields.length != header.size()) {
                throw new UnderstudyException(
                        Problem.USAGE,
                        "Line %d of %s has %d fields, but the first line names %d columns."
                                .formatted(line, file, fields.length, header.size()));
            }
            return rows.take(line, fields);
        });
    }

    private void lines(Lines lines) {
        long line = 0;
        // A decoder that reports, because a replaced character would be another value.
        try (CountedQuotes text = withoutMark(new InputStreamReader(
                        Files.newInputStream(file),
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)));
                CsvReader<Line> reader = CsvReader.builder()
                        .skipEmptyLines(false)
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .build(new LineHandler(), text)) {
            Iterator<Line> all = reader.iterator();
            while (all.hasNext()) {
                Line next = all.next();
                line = next.number();
                if (!lines.take(line, next.fields())) {
                    return;
                }
            }
            if (text.isOdd()) {
                throw new UnderstudyException(
                        Problem.USAGE, "%s ends inside a field in double quotes, after line %d.".formatted(file, line));
            }
        } catch (IOException | UncheckedIOException | CsvParseException e) {
            throw failure(line, e);
        }
    }

    /** Spreadsheets begin a file with a byte order mark. */
    private static CountedQuotes withoutMark(Reader text) throws IOException {
        PushbackReader reader = new PushbackReader(text);
        int first = reader.read();
        if (first >= 0 && first != MARK) {
            reader.unread(first);
        }
        return new CountedQuotes(reader);
    }

    private UnderstudyException failure(long line, Exception problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof CharacterCodingException) {
                return new UnderstudyException(
                        Problem.USAGE, "%s is not in UTF-8, after line %d.".formatted(file, line), problem);
            }
        }
        return new UnderstudyException(
                Problem.USAGE,
                "%s cannot be read after line %d: %s"
                        .formatted(
                                file,
                                line,
                                problem instanceof CsvParseException
                                        ? "it is no CSV with commas and double quotes, or a field is longer than 16 million characters."
                                        : "the file is missing or not readable."),
                problem);
    }

    private record Line(long number, String[] fields) {}

    /** Tells a field without characters from an empty text. */
    private static final class LineHandler extends AbstractBaseCsvCallbackHandler<Line> {
        private final List<String> fields = new ArrayList<>();

        @Override
        protected void handleBegin(long startingLineNumber) {
            fields.clear();
        }

        @Override
        protected void handleField(int fieldIdx, char[] buffer, int offset, int length, boolean quoted) {
            fields.add(length == 0 && !quoted ? null : new String(buffer, offset, length));
        }

        @Override
        protected Line buildRecord() {
            return new Line(getStartingLineNumber(), fields.toArray(String[]::new));
        }
    }
}
