package dev.understudy.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.schema.ColumnType;
import dev.understudy.schema.TypeFamily;
import org.junit.jupiter.api.Test;

class FoldedTextTest {
    private static String folded(String type, String text) {
        return FoldedText.of(ColumnType.of(TypeFamily.TEXT, type), text);
    }

    @Test
    void aCollationThatIgnoresCaseIgnoresAccentsAndBlanksAtTheEnd() {
        String type = "varchar(20) COLLATE utf8mb4_unicode_ci";
        assertThat(folded(type, "Éric  ")).isEqualTo(folded(type, "eric"));
        assertThat(folded(type, "Straße")).isEqualTo(folded(type, "STRASSE"));
        assertThat(folded(type, " eric")).isNotEqualTo(folded(type, "eric"));
    }

    @Test
    void caseAloneIsAllThatATypeMayIgnore() {
        assertThat(folded("citext", "Éric")).isEqualTo(folded("citext", "éRIC"));
        assertThat(folded("citext", "Éric")).isNotEqualTo(folded("citext", "eric"));
        assertThat(folded("citext", "eric ")).isNotEqualTo(folded("citext", "eric"));
        assertThat(folded("varchar(20) COLLATE utf8mb4_0900_as_ci", "é"))
                .isNotEqualTo(folded("varchar(20) COLLATE utf8mb4_0900_as_ci", "e"));
    }
}
