package dev.understudy.plan;

import java.util.regex.Pattern;

/**
 * A name, or a pattern of names in which {@code *} stands for any characters and {@code ?} for one. Upper and lower case
 * are the same, because catalogs disagree about them.
 *
 * @param text as the user wrote it
 */
record Glob(String text) {
    boolean isExact() {
        return text.indexOf('*') < 0 && text.indexOf('?') < 0;
    }

    boolean matches(String name) {
        if (isExact()) {
            return text.equalsIgnoreCase(name);
        }
        StringBuilder regex = new StringBuilder();
        for (char c : text.toCharArray()) {
            regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        }
        return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL)
                .matcher(name)
                .matches();
    }
}
