package dev.understudy.semantic;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.random.Draws;
import dev.understudy.semantic.DocumentRecipe.Syntax;

/**
 * Writes documents path by path, as hidden columns of the row say or else by the shares of the source; texts about persons
 * agree with the row's persona. Some microseconds a document.
 */
final class DocumentMaker implements TextMaker {
    private final DocumentPart root;
    private final int maxLength;
    private final Syntax syntax;
    private final ElementForm form;
    private final Draws own;

    DocumentMaker(DocumentRecipe recipe, Draws personas, Draws own) {
        this.root = new DocumentPart(recipe.root(), personas, own.at("root"));
        this.maxLength = recipe.maxLength();
        this.syntax = recipe.syntax();
        this.form = recipe.form();
        this.own = own;
    }

    @Override
    public String make(long row, long persona, long serial) {
        return make(row, persona, serial, Surroundings.NONE);
    }

    @Override
    public String make(long row, long persona, long serial, Surroundings around) {
        JsonNode document = root.make(own.bits(row), persona, around);
        String text = switch (syntax) {
            case JSON -> JsonText.write(document);
            case XML -> XmlText.write(document, false);
            case XML_WITH_PROLOG -> XmlText.write(document, true);
            case BRACES -> BracesText.write(document, form);
        };
        String empty = syntax == Syntax.JSON || syntax == Syntax.BRACES ? "{}" : "<empty/>";
        return maxLength == 0 || text.length() <= maxLength ? text : empty;
    }

    @Override
    public long capacity() {
        return 1;
    }
}
