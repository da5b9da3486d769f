package dev.understudy.semantic;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Names of columns that join several parts of an address, and numbers that are one by what stands beside them. */
final class AddressWords {
    private static final Set<Meaning> PARTS = EnumSet.of(
            Meaning.STREET,
            Meaning.HOUSE_NUMBER,
            Meaning.DISTRICT,
            Meaning.CITY,
            Meaning.STATE,
            Meaning.STATE_CODE,
            Meaning.POSTCODE,
            Meaning.COUNTRY,
            Meaning.COUNTRY_CODE);
    private static final Set<String> BETWEEN = Set.of("and", "und", "et", "y", "e", "en", "och", "i");
    private static final int MOST_WORDS = 6;

    private AddressWords() {}

    /** What {@code strasse_hausnummer} and {@code city_state_zip} mean; empty where not every word is a part of an address. */
    static List<Meaning> joined(String words) {
        String[] parts = words.split("_");
        if (parts.length == 2 && isLine(parts[0]) && isStreet(parts[1])) {
            return List.of(Meaning.ADDRESS_LINE);
        }
        Set<Meaning> found = EnumSet.noneOf(Meaning.class);
        int at = 0;
        while (at < parts.length && parts.length <= MOST_WORDS) {
            Optional<Meaning> two = at + 1 < parts.length ? part(parts[at] + "_" + parts[at + 1]) : Optional.empty();
            Optional<Meaning> one = part(parts[at]);
            boolean pair = two.isPresent() && (at + 2 == parts.length || one.isEmpty()) && !two.equals(one);
            if (pair && part(parts[at + 1]).isEmpty()) {
                found.add(two.get());
                at += 2;
            } else if (one.isPresent() || BETWEEN.contains(parts[at])) {
                one.ifPresent(found::add);
                at++;
            } else {
                return List.of();
            }
        }
        if (found.size() < 2) {
            return List.of();
        }
        boolean street = found.equals(EnumSet.of(Meaning.STREET, Meaning.HOUSE_NUMBER));
        return new ArrayList<>(
                street ? List.of(Meaning.STREET, Meaning.ADDRESS) : List.of(Meaning.ADDRESS, Meaning.STREET));
    }

    private static Optional<Meaning> part(String word) {
        return NameHints.suggested(word).stream().findFirst().filter(PARTS::contains);
    }

    /** {@code numero} right behind {@code rua}, and {@code numero_endereco}. */
    static boolean isNumberOfHouse(TableNames names, String column) {
        NameWords plain = NameWords.of(names, column);
        NameWords without = plain.withoutNumber();
        if (!without.equals(plain)) {
            return isStreet(without.text());
        }
        int at = names.columns().indexOf(column);
        return at > 0
                && plain.text().matches("(numero|number|nummer|no|nr|num|nro)")
                && isStreet(NameWords.of(names, names.columns().get(at - 1))
                        .expanded()
                        .text());
    }

    /** {@code complemento_endereco}: what completes an address. */
    private static boolean isLine(String word) {
        return NameHints.suggested(word).stream().findFirst().equals(Optional.of(Meaning.ADDRESS_LINE));
    }

    private static boolean isStreet(String words) {
        return NameHints.suggested(words).stream().findFirst().equals(Optional.of(Meaning.STREET));
    }
}
