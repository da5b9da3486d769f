package dev.understudy.semantic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.validator.routines.InetAddressValidator;

/** What machines write: addresses of the net, files, tokens, markup. */
final class TechnicalForms {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern URL = Pattern.compile("(?i)((https?|ftps?|s3|file|ws|wss)://|www\\.)[^\\s/]+\\S*");
    private static final Pattern HOST = Pattern.compile(
            "(?i)(?=.*[a-z])[a-z0-9_]([a-z0-9_\\-]{0,61}[a-z0-9])?(\\.[a-z0-9_]([a-z0-9_\\-]{0,61}[a-z0-9])?)*");
    private static final Pattern MAC =
            Pattern.compile("(?i)([0-9a-f]{2}[:\\-]){5}[0-9a-f]{2}|([0-9a-f]{4}\\.){2}[0-9a-f]{4}");
    private static final Pattern UUID = Pattern.compile("(?i)\\{?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}}?");
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{16,128}|[0-9A-F]{16,128}");
    /** Of 16, 20, 32 or 64 bytes. */
    private static final Pattern BASE64_DIGEST =
            Pattern.compile("[A-Za-z0-9+/]{22}==|[A-Za-z0-9+/]{27}=|[A-Za-z0-9+/]{43}=|[A-Za-z0-9+/]{86}==");

    private static final Pattern PASSWORD = Pattern.compile(
            "\\$(2[abxy]?|1|5|6|argon2\\w*|scrypt|y)\\$.+|(pbkdf2|bcrypt|scrypt|argon2|sha\\d*|md5)[\\w:]*\\$.+|\\{(SSHA|SHA|MD5|CRYPT)\\d*}.+");
    private static final Pattern JWT = Pattern.compile("eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]*");
    private static final Pattern XML = Pattern.compile("(?s)\\s*<[?!A-Za-z].*>\\s*");
    private static final Pattern HTML = Pattern.compile(
            "(?is).*</?(p|div|span|br|b|i|strong|em|ul|ol|li|a|h[1-6]|table|tr|td|html|body|head|img)(\\s[^>]*)?/?>.*");
    private static final Pattern FILE_NAME = Pattern.compile("[^/\\\\:*?\"<>|]{1,200}\\.([A-Za-z0-9]{1,8})");
    private static final Pattern PATH =
            Pattern.compile("(?i)(file://|[a-z]:\\\\|\\\\\\\\|\\.{0,2}/|~/|[\\w.\\-]+/).*[^/]*");
    private static final Pattern COLOUR =
            Pattern.compile("(?i)#?([0-9a-f]{6}|[0-9a-f]{8})|#[0-9a-f]{3,4}|(rgb|hsl)a?\\([\\d.,%\\s/]+\\)");
    private static final Pattern VERSION = Pattern.compile("[vV]?\\d{1,5}(\\.\\d{1,6}){1,4}([-+. _][\\w.\\-*]+){0,3}");
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+([-_][a-z0-9]+)*");
    private static final Pattern BASE64 = Pattern.compile("(?s)[A-Za-z0-9+/\\s]{12,}={0,2}|[A-Za-z0-9_\\-]{16,}={0,2}");
    private static final Pattern BROWSER = Pattern.compile(
            "(Mozilla|Opera|curl|Wget|okhttp|PostmanRuntime|Dalvik|python-requests|Java|[A-Z][A-Za-z]+)/\\d.*");
    private static final Pattern ZONE = Pattern.compile("(UTC|GMT)([+-]\\d{1,2}(:?\\d{2})?)?|[+-]\\d{2}:\\d{2}");
    private static final Pattern LANGUAGE_CODE = Pattern.compile("[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,4})?");
    private static final Pattern LOCALE = Pattern.compile("[a-z]{2}[-_][A-Z]{2}(\\.[\\w-]+)?");

    private TechnicalForms() {}

    static boolean fits(Meaning meaning, String text) {
        return switch (meaning) {
            case URL -> URL.matcher(text).matches();
            case HOST -> text.length() <= 253 && HOST.matcher(text).matches();
            case IP -> InetAddressValidator.getInstance().isValid(text.replaceFirst("/\\d+$", ""));
            case NETWORK -> isNetwork(text);
            case MAC -> MAC.matcher(text).matches();
            case USER_AGENT -> text.length() >= 8 && BROWSER.matcher(text).matches();
            case UUID -> UUID.matcher(text).matches();
            case DIGEST ->
                HEX.matcher(text).matches() || BASE64_DIGEST.matcher(text).matches();
            case PASSWORD_HASH -> text.length() >= 4 && text.indexOf(' ') < 0;
            case TOKEN -> text.length() >= 4 && text.indexOf(' ') < 0;
            case JWT -> JWT.matcher(text).matches();
            case FILE_NAME -> isFileName(text);
            case FILE_PATH -> text.length() > 2 && PATH.matcher(text).matches();
            case MIME_TYPE -> isMimeType(text);
            case COLOUR ->
                COLOUR.matcher(text).matches() || KnownWords.COLOURS.hasWordOf(text) && ValueTests.words(text) <= 3;
            case LANGUAGE -> KnownWords.LANGUAGES.hasWordOf(text) && ValueTests.words(text) <= 4;
            case LANGUAGE_CODE ->
                LANGUAGE_CODE.matcher(text).matches() && KnownWords.LANGUAGE_CODES.has(text.split("[-_]")[0]);
            case LOCALE -> LOCALE.matcher(text).matches() && KnownWords.LANGUAGE_CODES.has(text.substring(0, 2));
            case TIME_ZONE ->
                KnownWords.TIME_ZONES.has(text) || ZONE.matcher(text).matches();
            case VERSION -> VERSION.matcher(text).matches();
            case BASE64 -> isBase64(text);
            case SLUG -> SLUG.matcher(text).matches();
            case HTML -> HTML.matcher(text).matches();
            case JSON -> isJson(text);
            case XML -> XML.matcher(text).matches();
            default -> throw new IllegalArgumentException("%s is nothing technical.".formatted(meaning));
        };
    }

    /** True for what only libraries of password hashing write. */
    static boolean isHashedPassword(String text) {
        return PASSWORD.matcher(text).matches();
    }

    private static boolean isNetwork(String text) {
        int slash = text.indexOf('/');
        return slash > 0
                && Regex.matches("\\d{1,3}", text.substring(slash + 1))
                && InetAddressValidator.getInstance().isValid(text.substring(0, slash));
    }

    private static boolean isFileName(String text) {
        var matcher = FILE_NAME.matcher(text);
        return matcher.matches() && KnownWords.FILE_ENDINGS.has(matcher.group(1));
    }

    private static boolean isMimeType(String text) {
        int slash = text.indexOf('/');
        return slash > 0
                && KnownWords.MIME_FAMILIES.has(text.substring(0, slash))
                && Regex.matches("[\\w.+\\-]+(\\s*;.*)?", text.substring(slash + 1));
    }

    /** Letters alone are words; both cases or padding, and digits, make the difference. */
    private static boolean isBase64(String text) {
        if (!BASE64.matcher(text.replace(".", "")).matches()) {
            return false;
        }
        boolean mixed = !text.equals(text.toLowerCase(Locale.ROOT)) && !text.equals(text.toUpperCase(Locale.ROOT));
        return text.endsWith("=") || mixed && (ValueTests.hasDigit(text) || text.length() >= 40);
    }

    private static boolean isJson(String text) {
        return (text.startsWith("{") || text.startsWith("[")) && document(text).isPresent();
    }

    /** The text as JSON, if it is. */
    static Optional<JsonNode> document(String text) {
        try {
            return Optional.ofNullable(JSON.readTree(text));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
