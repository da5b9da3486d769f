package dev.understudy.semantic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BracesTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "TEXT | {01,\"a b\",\"NULL\",NULL,\"q\\\"\\\\\"}",
                "NUMBER | {{1,2.50},{-3,0.0000001}}",
                "BOOLEAN | {t,f}",
                "DATE | {2024-02-29,1969-07-20}",
                "TIME | {08:05,23:59:59.999999}",
                "JSON | {\"{\\\"a\\\": [1, 2]}\"}",
                "TEXT | {}"
            })
    void whatIsReadIsWrittenAgain(ElementForm form, String text) {
        assertThat(BracesText.write(BracesText.parse(text, form).orElseThrow(), form))
                .isEqualTo(text.replace("2.50", "2.5"));
    }

    @Test
    void timesAreSecondsInOneZone() {
        JsonNode read = BracesText.parse("{\"2024-03-01 01:30:00.5+01:30\"}", ElementForm.TIMESTAMP_ZONED)
                .orElseThrow();

        assertThat(read.get(0).decimalValue()).isEqualByComparingTo("1709251200.5");
        assertThat(BracesText.write(read, ElementForm.TIMESTAMP_ZONED)).isEqualTo("{2024-03-01T00:00:00.500+00}");
    }

    @Test
    void whatHasNoPlaceAmongTheOthersIsNothing() {
        assertThat(BracesText.parse("{infinity,2024-01-01}", ElementForm.DATE)
                        .orElseThrow()
                        .get(0)
                        .isNull())
                .isTrue();
        assertThat(BracesText.parse("{1,2", ElementForm.NUMBER)).isEmpty();
    }

    @Test
    void gridsHaveStraightSides() throws Exception {
        JsonNode ragged = new ObjectMapper().readTree("[[1, 2], [3], 4]");

        assertThat(BracesText.write(ragged, ElementForm.NUMBER)).isEqualTo("{{1},{3},{NULL}}");
        assertThat(BracesText.write(new ObjectMapper().readTree("[[], [1]]"), ElementForm.NUMBER))
                .isEqualTo("{}");
    }
}
