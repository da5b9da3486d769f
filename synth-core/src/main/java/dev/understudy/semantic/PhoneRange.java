package dev.understudy.semantic;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Phone numbers of one length that are set aside for fiction or not assigned to any country.
 *
 * <p>North America: 555-0100 to 555-0199 of every area code. Germany, Britain and France: the blocks that their regulators
 * (BNetzA, Ofcom, Arcep) name for films. Everywhere else country code 999, which the ITU keeps unassigned.
 *
 * @param prefixes leading digits, all of one length
 * @param free     how many digits follow
 */
record PhoneRange(List<String> prefixes, int free) {
    private static final List<String> GERMANY = List.of("3023125", "6990009", "4066969", "8999998");
    private static final List<String> BRITAIN = List.of("2079460", "7700900", "1632960", "1134960", "1214960");
    private static final List<String> FRANCE = List.of("19900", "26191", "35301", "46571", "53649", "63998");

    static PhoneRange of(String locale, boolean international, int digits) {
        if (locale.startsWith("de") && !locale.endsWith("-AT") && !locale.endsWith("-CH")) {
            return fitting(GERMANY, international ? "49" : "0", 3, digits);
        }
        if (locale.equals("en-GB")) {
            return fitting(BRITAIN, international ? "44" : "0", 3, digits);
        }
        if (locale.equals("fr") || locale.equals("fr-FR")) {
            return fitting(FRANCE, international ? "33" : "0", 4, digits);
        }
        if (digits == 11 && international || digits == 10 && !international) {
            String country = international ? "1" : "";
            List<String> areas = IntStream.range(200, 1000)
                    .mapToObj(area -> country + area + "55501")
                    .toList();
            return new PhoneRange(areas, 2);
        }
        return unassigned(digits);
    }

    private static PhoneRange fitting(List<String> blocks, String before, int free, int digits) {
        List<String> prefixes = new ArrayList<>();
        blocks.forEach(block -> prefixes.add(before + block));
        return prefixes.get(0).length() + free == digits ? new PhoneRange(prefixes, free) : unassigned(digits);
    }

    private static PhoneRange unassigned(int digits) {
        if (digits == 7) {
            return new PhoneRange(List.of("55501"), 2);
        }
        return digits < 7
                ? new PhoneRange(List.of(""), digits)
                : new PhoneRange(List.of("999"), Math.min(14, digits - 3));
    }

    long capacity() {
        return prefixes.size() * Glyphs.DIGITS.space(free) > Permutation.LARGEST
                ? Permutation.LARGEST
                : prefixes.size() * Glyphs.DIGITS.space(free);
    }

    /** @param number 0 to {@link #capacity()} - 1 */
    String digits(long number) {
        StringBuilder text = new StringBuilder(prefixes.get((int) (number % prefixes.size())));
        Glyphs.DIGITS.write(number / prefixes.size(), free, text);
        return text.toString();
    }
}
