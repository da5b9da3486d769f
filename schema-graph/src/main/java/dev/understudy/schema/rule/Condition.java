package dev.understudy.schema.rule;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Something that is true, false or unknown of a row. Immutable. */
public sealed interface Condition {
    Verdict verdict(RowView row);

    /** Shows all expressions inside to a visitor. */
    void visit(Consumer<Expression> visitor);

    /** Columns that it looks at, in the order of their first mention. */
    default Set<ColumnReference> columns() {
        Set<ColumnReference> columns = new LinkedHashSet<>();
        visit(expression -> {
            if (expression instanceof ColumnReference column) {
                columns.add(column);
            }
        });
        return columns;
    }

    /** Columns of other rows that it looks at, in the order of their first mention. */
    default Set<ParentColumn> parentColumns() {
        Set<ParentColumn> columns = new LinkedHashSet<>();
        visit(expression -> {
            if (expression instanceof ParentColumn column) {
                columns.add(column);
            }
        });
        return columns;
    }

    /** Conditions that it is directly made of, those that stand for values in its expressions included. */
    default List<Condition> inside() {
        if (this instanceof And and) {
            return and.parts();
        }
        if (this instanceof Or or) {
            return or.parts();
        }
        if (this instanceof Not not) {
            return List.of(not.condition());
        }
        List<Condition> inside = new ArrayList<>();
        visit(expression -> {
            if (expression instanceof Truth truth) {
                inside.add(truth.condition());
            }
        });
        return inside;
    }

    /** True if all parts are. */
    record And(List<Condition> parts) implements Condition {
        public And {
            parts = List.copyOf(parts);
        }

        @Override
        public Verdict verdict(RowView row) {
            Verdict all = Verdict.TRUE;
            for (Condition part : parts) {
                Verdict one = part.verdict(row);
                if (one == Verdict.FALSE) {
                    return one;
                }
                all = one == Verdict.UNKNOWN ? one : all;
            }
            return all;
        }

        @Override
        public void visit(Consumer<Expression> visitor) {
            parts.forEach(part -> part.visit(visitor));
        }
    }

    /** True if any part is. */
    record Or(List<Condition> parts) implements Condition {
        public Or {
            parts = List.copyOf(parts);
        }

        @Override
        public Verdict verdict(RowView row) {
            Verdict any = Verdict.FALSE;
            for (Condition part : parts) {
                Verdict one = part.verdict(row);
                if (one == Verdict.TRUE) {
                    return one;
                }
                any = one == Verdict.UNKNOWN ? one : any;
            }
            return any;
        }

        @Override
        public void visit(Consumer<Expression> visitor) {
            parts.forEach(part -> part.visit(visitor));
        }
    }

    record Not(Condition condition) implements Condition {
        @Override
        public Verdict verdict(RowView row) {
            return condition.verdict(row).negated();
        }

        @Override
        public void visit(Consumer<Expression> visitor) {
            condition.visit(visitor);
        }
    }

    /** Two values side by side. */
    record Comparison(Expression left, Comparator comparator, Expression right) implements Condition {
        @Override
        public Verdict verdict(RowView row) {
            Object a = left.value(row);
            Object b = right.value(row);
            return a == null || b == null
                    ? comparator.ofMissing(a == null, b == null)
                    : Verdict.of(comparator.accepts(Values.compare(a, b)));
        }

        @Override
        public void visit(Consumer<Expression> visitor) {
            left.visit(visitor);
            right.visit(visitor);
        }
    }

    /** True if there is no value; never unknown. */
    record IsNull(Expression value) implements Condition {
        @Override
        public Verdict verdict(RowView row) {
            return Verdict.of(value.isNull(row));
        }

        @Override
        public void visit(Consumer<Expression> visitor) {
            value.visit(visitor);
        }
    }

    /** True if the value equals one of the items. */
    record InList(Expression value, List<Expression> items) implements Condition {
        public InList {
            items = List.copyOf(items);
        }

        @Override
        public Verdict verdict(RowView row) {
            Object sought = value.value(row);
            if (sought == null) {
                return Verdict.UNKNOWN;
            }
            Verdict found = Verdict.FALSE;
            for (Expression item : items) {
                Object one = item.value(row);
                if (one == null) {
                    found = Verdict.UNKNOWN;
                } else if (Values.compare(sought, one) == 0) {
                    return Verdict.TRUE;
                }
            }
            return found;
        }

        @Override
        public void visit(Consumer<Expression> visitor) {
            value.visit(visitor);
            items.forEach(item -> item.visit(visitor));
        }
    }

    /** True if the pattern is found in the text. @param pattern its flags stand inside it */
    record Matching(Expression text, Pattern pattern) implements Condition {
        /** @param escape makes the character after it an ordinary one; 0 for none */
        public static Matching like(Expression text, String pattern, char escape, boolean ignoresCase) {
            return new Matching(
                    text, Pattern.compile((ignoresCase ? "(?isu)" : "(?s)") + likeAsRegex(pattern, escape)));
        }

        private static String likeAsRegex(String pattern, char escape) {
            StringBuilder regex = new StringBuilder("\\A");
            for (int i = 0; i < pattern.length(); i++) {
                char c = pattern.charAt(i);
                if (c == escape && escape != 0 && i + 1 < pattern.length()) {
                    regex.append(Pattern.quote(String.valueOf(pattern.charAt(++i))));
                } else if (c == '%') {
                    regex.append(".*");
                } else {
                    regex.append(c == '_' ? "." : Pattern.quote(String.valueOf(c)));
                }
            }
            return regex.append("\\z").toString();
        }

        @Override
        public Verdict verdict(RowView row) {
            Object sought = text.value(row);
            return sought == null
                    ? Verdict.UNKNOWN
                    : Verdict.of(pattern.matcher((String) sought).find());
        }

        @Override
        public void visit(Consumer<Expression> visitor) {
            text.visit(visitor);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Matching that
                    && text.equals(that.text)
                    && pattern.pattern().equals(that.pattern.pattern());
        }

        @Override
        public int hashCode() {
            return Objects.hash(text, pattern.pattern());
        }
    }
}
