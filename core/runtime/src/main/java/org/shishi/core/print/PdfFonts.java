package org.shishi.core.print;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The fonts of one document: Latin first, then Chinese; of each only the glyphs that occur are embedded. */
final class PdfFonts {

    /** Text in one font. */
    record Piece(PDFont font, String text) {}

    private static final int MISSING = '?';

    private final List<PDFont> fonts;
    private final Map<Integer, PDFont> byCharacter = new HashMap<>();

    PdfFonts(PDDocument document) throws IOException {
        fonts = List.of(
                load(document, PDDocument.class, "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf"),
                load(document, PdfFonts.class, "DroidSansFallbackFull.ttf"));
    }

    private static PDFont load(PDDocument document, Class<?> owner, String name) throws IOException {
        try (InputStream in = owner.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("the font " + name + " is missing");
            }
            return PDType0Font.load(document, in, true);
        }
    }

    /** The text cut where the font changes; what no font has becomes a question mark. */
    List<Piece> pieces(String text) {
        List<Piece> pieces = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        PDFont current = null;
        for (int character : text.codePoints().toArray()) {
            PDFont font = font(character);
            if (font != current && !run.isEmpty()) {
                pieces.add(new Piece(current, run.toString()));
                run.setLength(0);
            }
            current = font;
            run.appendCodePoint(has(font, character) ? character : MISSING);
        }
        if (!run.isEmpty()) {
            pieces.add(new Piece(current, run.toString()));
        }
        return pieces;
    }

    float width(String text, float size) throws IOException {
        float width = 0;
        for (Piece piece : pieces(text)) {
            width += piece.font().getStringWidth(piece.text());
        }
        return width * size / 1000;
    }

    private PDFont font(int character) {
        return byCharacter.computeIfAbsent(
                character,
                c -> fonts.stream().filter(font -> has(font, c)).findFirst().orElse(fonts.getFirst()));
    }

    private static boolean has(PDFont font, int character) {
        try {
            font.encode(Character.toString(character));
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }
}
