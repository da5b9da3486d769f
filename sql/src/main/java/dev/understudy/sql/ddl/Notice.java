package dev.understudy.sql.ddl;

import java.util.Objects;

/**
 * Something of the source that the target will lack, or have in another shape.
 *
 * @param id     stable identifier for scripts, in kebab case: {@code object-withheld}, {@code trigger-disabled}
 * @param object what it is about, as in {@link DdlStatement#object()}
 * @param text   one sentence for people; holds no value of the source
 */
public record Notice(String id, String object, String text) {
    public Notice {
        Objects.requireNonNull(id);
        Objects.requireNonNull(object);
        Objects.requireNonNull(text);
    }
}
