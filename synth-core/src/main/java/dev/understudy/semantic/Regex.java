package dev.understudy.semantic;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;

/** Expressions that stand where they are used, and are compiled once all the same. */
final class Regex {
    private static final ConcurrentMap<String, Pattern> COMPILED = new ConcurrentHashMap<>();

    private Regex() {}

    /** @param expression one of the program's own, of which there are few */
    static boolean matches(String expression, String text) {
        return COMPILED.computeIfAbsent(expression, Pattern::compile)
                .matcher(text)
                .matches();
    }
}
