package dev.understudy.semantic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.random.Draws;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegexTextsTest {
    private static final int TEXTS = 300;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^\\w+$",
                "^[A-Z]{2}[A-Z0-9]{3}[0-9]{7}$",
                "^T-?\\d{3}\\.\\d{3}\\.\\d{3}[-.]?\\d$",
                "^([a-z]+|[0-9]{2,4})(:[a-z]+)*$",
                "^[^\\s@]+@[^\\s@]+\\.[a-z]{2,}$",
                "^(?:https?|ftp)://[\\p{Alnum}.-]+(/.*)?$",
                "(?i)^[-\\]x^]{1,3}$",
                "\\A\\Qa.b\\E.*\\z",
                "^$"
            })
    void textsAreMatched(String regex) {
        Pattern pattern = Pattern.compile(regex);
        RegexTexts texts = RegexTexts.of(pattern).orElseThrow();

        for (int i = 0; i < TEXTS; i++) {
            assertThat(texts.make(Draws.seeded(7), i))
                    .matches(made -> pattern.matcher(made).find(), regex);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"^(a)\\1$", "[a-z&&[^b]]", "\\bx\\B"})
    void whatLooksBackIsNotUnderstood(String regex) {
        assertThat(RegexTexts.of(Pattern.compile(regex))).isEmpty();
    }

    @Test
    void whatLooksAroundIsLeftToChance() {
        Pattern pattern = Pattern.compile("^(?!-)[a-z0-9-]{0,9}(?<=[a-z0-9-])[a-z0-9]$");
        RegexTexts texts = RegexTexts.of(pattern).orElseThrow();

        long matching = IntStream.range(0, TEXTS)
                .filter(i -> pattern.matcher(texts.make(Draws.seeded(7), i)).find())
                .count();

        assertThat(matching).isBetween(TEXTS / 2L, TEXTS - 1L);
    }

    @Test
    void theySpreadOverThePattern() {
        RegexTexts texts = RegexTexts.of(Pattern.compile("^[A-Z]{3}$")).orElseThrow();
        Set<String> made = new HashSet<>();

        for (int i = 0; i < TEXTS; i++) {
            made.add(texts.make(Draws.seeded(7), i));
        }

        // Of 17,576 texts, 300 draws repeat about 2.5.
        assertThat(made).hasSizeGreaterThan(TEXTS - 20);
    }
}
