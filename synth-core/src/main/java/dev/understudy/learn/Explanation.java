package dev.understudy.learn;

import dev.understudy.semantic.Change;
import dev.understudy.semantic.TextRecipe.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads one text as other texts of its row: the longest match first, from the left; what nothing explains is a constant, or
 * free digits.
 */
final class Explanation {
    private static final int SHORTEST_MATCH = 3;
    private static final List<Change> OF_TEXTS = List.of(
            Change.AS_IS,
            Change.LOWER,
            Change.UPPER,
            Change.SLUG,
            Change.UNDERSCORED,
            Change.DOTTED,
            Change.FOLDED,
            Change.FIRST_WORD,
            Change.LAST_WORD,
            Change.START_UPPER);
    private static final List<Change> INITIALS = List.of(Change.INITIAL_LOWER, Change.INITIAL_UPPER);
    private static final List<Change> WHOLE = List.of(Change.AS_IS, Change.LOWER, Change.UPPER, Change.FOLDED);
    private static final List<Change> OF_DATES = List.of(
            Change.YEAR_MONTH_DAY,
            Change.YEAR_MONTH,
            Change.SHORT_YEAR_MONTH_DAY,
            Change.SHORT_YEAR_MONTH,
            Change.YEAR,
            Change.SHORT_YEAR);

    /** What becomes of a source's text. */
    private record Piece(Change change, String text) {}

    /** A source with its text in the row, and what may stand of it in another text; worked out once. */
    static final class Told {
        private final int number;
        private final boolean isDate;
        private final List<Piece> pieces;
        /** First letters. */
        private final List<Piece> initials;
        /** The whole text in forms that may follow a letter. */
        private final List<String> whole;

        Told(int number, boolean isDate, String text) {
            this.number = number;
            this.isDate = isDate;
            List<Piece> different = new ArrayList<>();
            Set<String> seen = new HashSet<>();
            for (Change change : isDate ? OF_DATES : OF_TEXTS) {
                String piece = change.apply(text);
                // Of equal pieces the first counts, as of equally long ones.
                if (!piece.isEmpty() && seen.add(piece)) {
                    different.add(new Piece(change, piece));
                }
            }
            this.pieces = List.copyOf(different);
            this.initials = isDate
                    ? List.of()
                    : INITIALS.stream()
                            .map(change -> new Piece(change, change.apply(text)))
                            .filter(piece -> piece.text.length() == 1)
                            .toList();
            this.whole = isDate
                    ? List.of()
                    : WHOLE.stream()
                            .map(change -> change.apply(text))
                            .filter(piece -> piece.length() >= SHORTEST_MATCH)
                            .toList();
        }
    }

    private record Match(Part part, int length) {}

    private Explanation() {}

    /**
     * The parts, whose constants are single runs; some of them sources, or not.
     *
     * @param initials whether single letters may be explained, which chance does easily
     */
    static List<Part> of(String text, List<Told> told, boolean initials) {
        List<Part> parts = new ArrayList<>();
        StringBuilder constant = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            Match match = longest(text, at, told, initials);
            int digits = match == null ? digitsAt(text, at) : 0;
            if (match == null && digits == 0) {
                constant.append(text.charAt(at++));
                continue;
            }
            if (constant.length() > 0) {
                parts.add(Part.constant(constant.toString()));
                constant.setLength(0);
            }
            parts.add(match == null ? Part.free(digits) : match.part);
            at += match == null ? digits : match.length;
        }
        if (constant.length() > 0) {
            parts.add(Part.constant(constant.toString()));
        }
        return parts;
    }

    private static int digitsAt(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end - from;
    }

    private static Match longest(String text, int at, List<Told> told, boolean initials) {
        boolean afterLetter = at > 0 && Character.isLetter(text.charAt(at - 1));
        boolean afterDigit = at > 0 && Character.isDigit(text.charAt(at - 1));
        Match best = null;
        for (Told one : told) {
            for (Piece made : one.pieces) {
                String piece = made.text;
                boolean enough = one.isDate
                        ? piece.length() >= 2 && !afterDigit
                        : piece.length() >= SHORTEST_MATCH || piece.length() == text.length();
                boolean longer = best == null || piece.length() > best.length;
                if (enough && longer && text.startsWith(piece, at)) {
                    best = new Match(Part.of(one.number, made.change), piece.length());
                }
            }
        }
        return best != null || afterLetter || !initials ? best : initial(text, at, told);
    }

    /** One letter explains hardly anything, so it counts only where another source or a separator follows. */
    private static Match initial(String text, int at, List<Told> told) {
        for (Told one : told) {
            for (Piece piece : one.initials) {
                boolean here = text.startsWith(piece.text, at) && at + 1 < text.length();
                if (here
                        && (!Character.isLetterOrDigit(text.charAt(at + 1))
                                || isFollowed(text, at + 1, told, one.number))) {
                    return new Match(Part.of(one.number, piece.change), 1);
                }
            }
        }
        return null;
    }

    private static boolean isFollowed(String text, int at, List<Told> told, int except) {
        for (Told one : told) {
            if (one.number == except) {
                continue;
            }
            for (String piece : one.whole) {
                if (text.startsWith(piece, at)) {
                    return true;
                }
            }
        }
        return false;
    }
}
