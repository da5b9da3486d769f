package dev.understudy.servers;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what follows the question mark of a JDBC URL. */
final class JdbcUrls {
    private JdbcUrls() {}

    /** Value of a parameter, or the empty text. */
    static String parameter(String url, String name) {
        Matcher matcher =
                Pattern.compile("[?&]" + Pattern.quote(name) + "=([^&]*)").matcher(url);
        return matcher.find() ? matcher.group(1) : "";
    }
}
