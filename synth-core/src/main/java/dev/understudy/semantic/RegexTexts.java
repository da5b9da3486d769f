package dev.understudy.semantic;

import dev.understudy.random.Draws;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Texts that a regular expression matches, made from the expression itself: literals, classes, groups, alternatives and
 * repetitions. What refers back is not understood, what looks around is passed over. Immutable.
 *
 * <p>Meant for the short patterns of check constraints. Texts may still miss (a class that is empty, anchors in the
 * middle, what looks around), so whoever needs them matched asks the expression.
 */
public final class RegexTexts {
    /** Most repetitions beyond the least of an open-ended one. */
    private static final int MORE = 6;

    private static final String WORD = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final String ANY = WORD + "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private final Part whole;

    private RegexTexts(Part whole) {
        this.whole = whole;
    }

    /** Empty if the expression holds something that is not understood. */
    public static Optional<RegexTexts> of(Pattern pattern) {
        try {
            Reader reader = new Reader(pattern.pattern());
            Part whole = reader.alternatives();
            return reader.atEnd() ? Optional.of(new RegexTexts(whole)) : Optional.empty();
        } catch (Reader.NotUnderstood e) {
            return Optional.empty();
        }
    }

    /** The same text for the same number. */
    public String make(Draws draws, long number) {
        StringBuilder text = new StringBuilder();
        int[] draw = {0};
        whole.write(text, bound -> draws.below(bound, number, draw[0]++));
        return text.toString();
    }

    /** One of {@code bound} numbers from 0. */
    private interface Choices {
        int below(int bound);
    }

    private interface Part {
        void write(StringBuilder text, Choices choices);
    }

    /** Reads an expression once, from left to right. */
    private static final class Reader {
        /** Something that this class does not know how to make. */
        @SuppressWarnings("serial")
        private static final class NotUnderstood extends RuntimeException {}

        private final String regex;
        private int at;

        Reader(String regex) {
            this.regex = regex;
        }

        boolean atEnd() {
            return at >= regex.length();
        }

        private boolean take(String expected) {
            boolean there = regex.startsWith(expected, at);
            at += there ? expected.length() : 0;
            return there;
        }

        private char next() {
            if (atEnd()) {
                throw new NotUnderstood();
            }
            return regex.charAt(at++);
        }

        Part alternatives() {
            List<Part> all = new ArrayList<>();
            do {
                all.add(sequence());
            } while (take("|"));
            return (text, choices) ->
                    all.get(all.size() == 1 ? 0 : choices.below(all.size())).write(text, choices);
        }

        private Part sequence() {
            List<Part> parts = new ArrayList<>();
            while (!atEnd() && !regex.startsWith("|", at) && !regex.startsWith(")", at)) {
                if (!take("^") && !take("$") && !take("\\A") && !take("\\z") && !take("\\Z") && !take("\\b")) {
                    parts.add(repeated(atom()));
                }
            }
            return (text, choices) -> parts.forEach(part -> part.write(text, choices));
        }

        private Part repeated(Part part) {
            int least = 1;
            int most = 1;
            if (take("*")) {
                least = 0;
                most = MORE;
            } else if (take("+")) {
                most = MORE;
            } else if (take("?")) {
                least = 0;
            } else if (take("{")) {
                least = number();
                most = take(",") ? (regex.startsWith("}", at) ? least + MORE : number()) : least;
                if (!take("}")) {
                    throw new NotUnderstood();
                }
            } else {
                return part;
            }
            if (!take("?")) {
                take("+");
            }
            int from = least;
            int span = Math.max(0, most - least) + 1;
            return (text, choices) -> {
                int times = from + (span == 1 ? 0 : choices.below(span));
                for (int i = 0; i < times; i++) {
                    part.write(text, choices);
                }
            };
        }

        private int number() {
            int from = at;
            while (!atEnd() && Character.isDigit(regex.charAt(at))) {
                at++;
            }
            if (at == from || at - from > 4) {
                throw new NotUnderstood();
            }
            return Integer.parseInt(regex.substring(from, at));
        }

        private Part atom() {
            char c = next();
            return switch (c) {
                case '(' -> group();
                case '[' -> oneOf(characterClass());
                case '.' -> oneOf(ANY);
                case '\\' -> escaped();
                default -> (text, choices) -> text.append(c);
            };
        }

        private Part group() {
            for (String around : List.of("?!", "?=", "?<!", "?<=")) {
                if (take(around)) {
                    return looked();
                }
            }
            if (take("?")) {
                // Flags may stand alone at the start; of groups only the plain ones are made.
                while (!atEnd() && "imsux-".indexOf(regex.charAt(at)) >= 0) {
                    at++;
                }
                if (take(")")) {
                    return (text, choices) -> {};
                }
                if (!take(":")) {
                    throw new NotUnderstood();
                }
            }
            Part inner = alternatives();
            if (!take(")")) {
                throw new NotUnderstood();
            }
            return inner;
        }

        /** What stands before or behind is left to chance. */
        private Part looked() {
            alternatives();
            if (!take(")")) {
                throw new NotUnderstood();
            }
            return (text, choices) -> {};
        }

        private static Part oneOf(String characters) {
            if (characters.isEmpty()) {
                throw new NotUnderstood();
            }
            return (text, choices) -> text.append(characters.charAt(choices.below(characters.length())));
        }

        private Part escaped() {
            if (take("Q")) {
                int end = regex.indexOf("\\E", at);
                String literal = regex.substring(at, end < 0 ? regex.length() : end);
                at = end < 0 ? regex.length() : end + 2;
                return (text, choices) -> text.append(literal);
            }
            return oneOf(shorthand(next()));
        }

        private static String shorthand(char c) {
            return switch (c) {
                case 'd' -> "0123456789";
                case 'w' -> WORD;
                case 's' -> " ";
                case 'D', 'S' -> "abcdefghijklmnopqrstuvwxyz";
                case 'W' -> "-";
                case 't' -> "\t";
                case 'n' -> "\n";
                default -> {
                    if (Character.isLetterOrDigit(c)) {
                        throw new NotUnderstood();
                    }
                    yield String.valueOf(c);
                }
            };
        }

        private String characterClass() {
            boolean negated = take("^");
            StringBuilder members = new StringBuilder();
            boolean first = true;
            while (first || !regex.startsWith("]", at)) {
                first = false;
                if (take("[:")) {
                    int end = regex.indexOf(":]", at);
                    members.append(named(regex.substring(at, Math.max(at, end))));
                    at = end + 2;
                } else if (regex.startsWith("[", at) || regex.startsWith("&&", at)) {
                    throw new NotUnderstood();
                } else {
                    member(members);
                }
            }
            at++;
            return negated ? without(members.toString()) : members.toString();
        }

        private void member(StringBuilder members) {
            if (take("\\p{")) {
                int end = regex.indexOf('}', at);
                members.append(named(regex.substring(at, Math.max(at, end)).toLowerCase(java.util.Locale.ROOT)));
                at = end + 1;
                return;
            }
            char from = next();
            String set = from == '\\' ? shorthand(next()) : String.valueOf(from);
            boolean range = set.length() == 1
                    && regex.startsWith("-", at)
                    && at + 1 < regex.length()
                    && regex.charAt(at + 1) != ']';
            if (!range) {
                members.append(set);
                return;
            }
            at++;
            char to = next();
            to = to == '\\' ? next() : to;
            for (int c = set.charAt(0); c <= Math.min(to, set.charAt(0) + 255); c++) {
                members.append((char) c);
            }
        }

        private static String named(String name) {
            return switch (name) {
                case "digit" -> "0123456789";
                case "alpha", "lower" -> "abcdefghijklmnopqrstuvwxyz";
                case "upper" -> "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
                case "alnum" -> ANY;
                case "xdigit" -> "0123456789abcdef";
                case "space", "blank" -> " ";
                case "punct" -> "-";
                default -> throw new NotUnderstood();
            };
        }

        private static String without(String members) {
            StringBuilder others = new StringBuilder();
            (ANY + " -_.").chars().filter(c -> members.indexOf(c) < 0).forEach(c -> others.append((char) c));
            return others.toString();
        }
    }
}
