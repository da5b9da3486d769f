package dev.understudy.plan;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds what a user may have meant. */
public final class NearestName {
    private static final int MOST_EDITS = 4;

    private NearestName() {}

    /** The known name with the fewest edits, if they are few enough to be a slip. */
    public static Optional<String> of(String typed, Collection<String> known) {
        String lower = typed.toLowerCase(Locale.ROOT);
        int most = Math.min(MOST_EDITS, 1 + lower.length() / 2);
        LevenshteinDistance distance = new LevenshteinDistance(most);
        return known.stream()
                .filter(name -> distance.apply(lower, name.toLowerCase(Locale.ROOT)) >= 0)
                .min(Comparator.<String>comparingInt(name -> distance.apply(lower, name.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** End of a sentence: {@code did you mean seed?}, or all that there is. */
    public static String suggestion(String typed, Collection<String> known) {
        return of(typed, known)
                .map(name -> "did you mean " + name + "?")
                .orElseGet(() ->
                        "known are " + String.join(", ", known.stream().sorted().toList()) + ".");
    }
}
