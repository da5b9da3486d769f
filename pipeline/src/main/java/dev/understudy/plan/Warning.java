package dev.understudy.plan;

import java.util.Objects;

/**
 * Something that the operator should know.
 *
 * @param id     stable identifier for scripts, in kebab case
 * @param object table, link or other object; empty for the whole run
 * @param text   one sentence for people; holds no value of the source
 */
public record Warning(String id, String object, String text) {
    public Warning {
        Objects.requireNonNull(id);
        Objects.requireNonNull(object);
        Objects.requireNonNull(text);
    }
}
