package dev.understudy.semantic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XmlTextTest {
    private final Set<String> repeated = new HashSet<>();

    private JsonNode parsed(String text) {
        return XmlText.parse(text, repeated).orElseThrow();
    }

    @Test
    void whatIsReadIsWrittenAgain() {
        String text = "<order xmlns=\"urn:o\" no=\"7\"><total>12.50</total><line sku=\"a&amp;b\"/>"
                + "<line sku=\"c\"><n>1</n></line><note>so &lt; so</note></order>";

        assertThat(XmlText.write(parsed(text), false)).isEqualTo(text);
        assertThat(XmlText.write(parsed(text), true)).startsWith("<?xml ").endsWith(text);
    }

    @Test
    void commentsStandWhereTheyStood() {
        String text = "<!--made by export--><order><!--head--><no>7</no><line><!--a--><!--b--></line></order>";

        assertThat(XmlText.write(parsed(text), false)).isEqualTo(text);
    }

    @Test
    void whatRepeatsOnceIsAnArrayEverAfter() {
        assertThat(parsed("<a><b>1</b></a>").at("/a/b").isNumber()).isTrue();
        assertThat(parsed("<a><b>1</b><b>2</b></a>").at("/a/b").isArray()).isTrue();
        assertThat(parsed("<a><b>1</b></a>").at("/a/b").isArray()).isTrue();
    }

    @Test
    void piecesOfHtmlNeedNoRoot() {
        assertThat(XmlText.write(parsed("<p>one<br>two</p>&nbsp;<p>three</p>"), false))
                .contains("<p>", "<br/>", "three");
    }

    @Test
    void nothingIsReadFromOutside(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "canary");
        String text = "<!DOCTYPE a [<!ENTITY x SYSTEM \"%s\">]><a>&x;</a>".formatted(secret.toUri());

        assertThat(XmlText.parse(text, repeated).map(JsonNode::toString).orElse(""))
                .doesNotContain("canary");
    }

    @Test
    void whatIsNotWellFormedIsNoDocument() {
        assertThat(XmlText.parse("<a><b></a>", repeated)).isEmpty();
        assertThat(XmlText.parse("<", repeated)).isEmpty();
    }
}
