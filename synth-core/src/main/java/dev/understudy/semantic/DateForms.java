package dev.understudy.semantic;

import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Dates and times written as text. */
final class DateForms {
    static final List<String> DATES = List.of(
            "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'",
            "uuuu-MM-dd'T'HH:mm:ss'Z'",
            "uuuu-MM-dd'T'HH:mm:ss",
            "uuuu-MM-dd HH:mm:ss",
            "uuuu-MM-dd HH:mm",
            "uuuu-MM-dd",
            "uuuu/MM/dd",
            "uuuu-MM",
            "dd.MM.uuuu HH:mm",
            "dd.MM.uuuu",
            "d MMM uuuu",
            "dd-MMM-uuuu",
            "MMM d, uuuu",
            "MM/dd/uuuu",
            "dd/MM/uuuu");

    private static final List<DateTimeFormatter> FORMATTERS = DATES.stream()
            .map(format -> DateTimeFormatter.ofPattern(format, Locale.ENGLISH))
            .toList();

    private DateForms() {}

    /** The first format that {@code text} can be read with. */
    static Optional<String> of(String text) {
        if (text.length() < 7 || text.length() > 24 || !ValueTests.hasDigit(text)) {
            return Optional.empty();
        }
        for (int i = 0; i < DATES.size(); i++) {
            if (reads(FORMATTERS.get(i), text)) {
                return Optional.of(DATES.get(i));
            }
        }
        return Optional.empty();
    }

    private static boolean reads(DateTimeFormatter format, String text) {
        try {
            format.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
