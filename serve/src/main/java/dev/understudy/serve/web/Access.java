package dev.understudy.serve.web;

import com.sun.net.httpserver.HttpExchange;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Who may come in: whoever knows the token, as a bearer, or by a cookie that the page gets for it. The cookie is none of the
 * token, no script reads it, and no other site sends it.
 */
final class Access {
    private static final String COOKIE = "understudy";

    private final String token;
    private final String cookie;
    private final boolean secure;

    Access(String token, boolean secure) {
        this.token = token;
        this.secure = secure;
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            this.cookie = HexFormat.of().formatHex(mac.doFinal("session".getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }

    boolean isToken(String given) {
        return same(given, token);
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /** For the header Set-Cookie. */
    String newCookie() {
        return COOKIE + "=" + cookie + "; Path=/; HttpOnly; SameSite=Strict" + (secure ? "; Secure" : "");
    }

    boolean isKnown(HttpExchange exchange) {
        Optional<String> bearer = Optional.ofNullable(
                        exchange.getRequestHeaders().getFirst("Authorization"))
                .filter(header -> header.startsWith("Bearer "))
                .map(header -> header.substring("Bearer ".length()).strip());
        if (bearer.isPresent()) {
            return isToken(bearer.get());
        }
        List<String> cookies = exchange.getRequestHeaders().getOrDefault("Cookie", List.of());
        return cookies.stream()
                .flatMap(header -> List.of(header.split(";")).stream())
                .map(String::strip)
                .filter(one -> one.startsWith(COOKIE + "="))
                .anyMatch(one -> same(one.substring(COOKIE.length() + 1), cookie));
    }

    /** A page of another site must not ask for anything to be done, whatever it brings along. */
    boolean isOwnPage(HttpExchange exchange) {
        String origin = exchange.getRequestHeaders().getFirst("Origin");
        String host = exchange.getRequestHeaders().getFirst("Host");
        return origin == null || origin.equals((secure ? "https://" : "http://") + host);
    }
}
