package dev.understudy.learn;

import dev.understudy.model.ColumnFill.Place;
import dev.understudy.schema.Column;
import dev.understudy.schema.Table;
import dev.understudy.semantic.Change;
import dev.understudy.semantic.TextRecipe.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the operator wants a text column to be made: by a template over columns of the row, or by a generator of their own.
 *
 * <p>A template is text with parts in braces: {@code {column}}, {@code {column:change}} with a {@link Change} such as
 * {@code lower}, {@code slug}, {@code year}, {@code start-upper}; {@code {digits:4}} for random digits; {@code {serial}} or
 * {@code {serial:6}} for the number of the row, with zeros in front.
 *
 * @param template  empty for none
 * @param generator name of a {@link dev.understudy.custom.CustomGenerator}; empty for none
 */
public record DeclaredText(String template, String generator) {
    private static final Pattern BRACES = Pattern.compile("\\{([^{}:]+)(?::([^{}]+))?}");
    private static final int MOST_DIGITS = 18;

    /** Parts of a template with the columns that it speaks of. @param counted true if it holds the row's number */
    record Parsed(List<Part> parts, List<Place> places, boolean counted) {}

    /**
     * Says whether the template can be followed.
     *
     * @throws IllegalArgumentException with a sentence that names what is wrong
     */
    public void check(Table table) {
        parse(table);
    }

    Parsed parse(Table table) {
        List<Part> parts = new ArrayList<>();
        List<Place> places = new ArrayList<>();
        boolean counted = false;
        Matcher matcher = BRACES.matcher(template);
        int at = 0;
        while (matcher.find()) {
            constant(template.substring(at, matcher.start()), parts);
            at = matcher.end();
            String name = matcher.group(1);
            if (name.equals("serial") || name.equals("digits")) {
                parts.add(Part.free(digits(name, matcher.group(2))));
                counted |= name.equals("serial");
                continue;
            }
            parts.add(Part.of(places.size(), change(matcher.group(2))));
            places.add(new Place(Place.OWN, column(table, name)));
        }
        constant(template.substring(at), parts);
        return new Parsed(parts, places, counted);
    }

    /** Catalogs disagree about the case of names, so case does not count where there is no exact match. */
    private static String column(Table table, String name) {
        return table.column(name)
                .or(() -> table.columns().stream()
                        .filter(column -> column.name().equalsIgnoreCase(name))
                        .findFirst())
                .map(Column::name)
                .orElseThrow(
                        () -> new IllegalArgumentException("{%s} is no column of %s.".formatted(name, table.name())));
    }

    private static void constant(String text, List<Part> parts) {
        if (text.indexOf('{') >= 0 || text.indexOf('}') >= 0) {
            throw new IllegalArgumentException("A brace in the template has no partner.");
        }
        if (!text.isEmpty()) {
            parts.add(Part.constant(text));
        }
    }

    private static int digits(String name, String number) {
        if (number == null && name.equals("serial")) {
            return 1;
        }
        if (number == null
                || !number.matches("\\d{1,2}")
                || Integer.parseInt(number) < 1
                || Integer.parseInt(number) > MOST_DIGITS) {
            throw new IllegalArgumentException(
                    "{%s:n} takes a number of digits, 1 to %d.".formatted(name, MOST_DIGITS));
        }
        return Integer.parseInt(number);
    }

    private static Change change(String word) {
        if (word == null) {
            return Change.AS_IS;
        }
        return Stream.of(Change.values())
                .filter(change -> word(change).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("%s is none of %s."
                        .formatted(
                                word,
                                Stream.of(Change.values())
                                        .map(DeclaredText::word)
                                        .collect(Collectors.joining(", ")))));
    }

    private static String word(Change change) {
        return change.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
