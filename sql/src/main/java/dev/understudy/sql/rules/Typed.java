package dev.understudy.sql.rules;

import dev.understudy.schema.rule.Expression;
import dev.understudy.schema.rule.Literal;

/** An expression and what can be done with its value. */
record Typed(Expression expression, Kind kind) {

    boolean isLiteral() {
        return expression instanceof Literal;
    }

    /** The other's kind, where this is a text literal that stands for a value of that kind. */
    Typed as(Kind wanted) {
        if (expression instanceof Literal.Text text && kind == Kind.TEXT && wanted != Kind.TEXT) {
            return LiteralText.read(text.text(), wanted);
        }
        return this;
    }
}
