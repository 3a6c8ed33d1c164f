package org.shishi.core.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.BitSet;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The rows of one sheet, one after the other. */
public final class SheetRows implements AutoCloseable {

    private static final int MOST_ROWS = 1 << 20;

    private final InputStream part;
    private final XMLStreamReader xml;
    private final SharedStrings strings;
    private final DateStyles styles;
    private final boolean from1904;
    private final ReadLimits limits;
    private final StringBuilder buffer = new StringBuilder();
    private final String[] texts;
    private final String[] days;
    private final BitSet dated = new BitSet();
    private int number;
    private int width;

    SheetRows(InputStream part, SharedStrings strings, DateStyles styles, boolean from1904, ReadLimits limits)
            throws IOException {
        this.part = part;
        this.strings = strings;
        this.styles = styles;
        this.from1904 = from1904;
        this.limits = limits;
        this.texts = new String[limits.columns()];
        this.days = new String[limits.columns()];
        try {
            this.xml = Xml.open(part);
        } catch (XMLStreamException e) {
            part.close();
            throw XlsxBook.damaged(e);
        }
    }

    /** The next row of the sheet, also an empty one; null: there are no more. */
    public SheetRow next() {
        try {
            while (xml.hasNext()) {
                int event = Xml.next(xml);
                if (event == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("row")) {
                    return row();
                }
            }
            return null;
        } catch (XMLStreamException e) {
            throw XlsxBook.damaged(e);
        }
    }

    private SheetRow row() throws XMLStreamException {
        number = Digits.of(Xml.attribute(xml, "r"), number + 1);
        if (number > MOST_ROWS) {
            throw SheetFault.DAMAGED.refusal();
        }
        width = 0;
        dated.clear();
        int column = -1;
        for (int event = Xml.next(xml); event != XMLStreamConstants.END_ELEMENT; event = Xml.next(xml)) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (xml.getLocalName().equals("c")) {
                    String reference = Xml.attribute(xml, "r");
                    int named = reference == null ? -1 : Digits.column(reference);
                    column = named >= 0 ? named : column + 1;
                    cell(column);
                } else {
                    Xml.skip(xml);
                }
            }
        }
        return new SheetRow(number, Arrays.copyOf(texts, width), dated.isEmpty() ? null : days());
    }

    private String[] days() {
        String[] all = new String[width];
        dated.stream().filter(i -> i < width).forEach(i -> all[i] = days[i]);
        return all;
    }

    private void cell(int column) throws XMLStreamException {
        String type = Xml.attribute(xml, "t");
        int style = Digits.of(Xml.attribute(xml, "s"), -1);
        String stored = null;
        String inline = null;
        for (int event = Xml.next(xml); event != XMLStreamConstants.END_ELEMENT; event = Xml.next(xml)) {
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "v" -> {
                    buffer.setLength(0);
                    Xml.text(xml, buffer, limits.cell());
                    stored = buffer.toString();
                }
                case "is" -> inline = Xml.item(xml, buffer, limits.cell());
                default -> Xml.skip(xml);
            }
        }
        if (column < limits.columns()) {
            put(column, inline != null ? inline : value(type, stored));
            if (stored != null && inline == null && (type == null || type.equals("n")) && styles.isDate(style)) {
                days[column] = Numbers.day(stored.strip(), from1904);
                dated.set(column);
            }
        }
    }

    private void put(int column, String text) {
        if (column >= width) {
            Arrays.fill(texts, width, column + 1, null);
            width = column + 1;
        }
        texts[column] = text == null || text.isEmpty() ? null : text;
    }

    /** A formula counts by the value that was computed when the file was saved; an error is nothing. */
    private String value(String type, String stored) {
        if (stored == null) {
            return null;
        }
        return switch (type == null ? "n" : type) {
            case "s" -> strings.get(Digits.of(stored.strip(), -1));
            case "str" -> Escapes.decode(stored);
            case "b" -> stored.strip().equals("1") || stored.strip().equals("true") ? "是" : "否";
            case "e" -> null;
            // A date in ISO form; midnight is no time of day.
            case "d" -> stored.strip().replaceFirst("T00:00(:00(\\.0+)?)?Z?$", "");
            default -> Numbers.plain(stored.strip());
        };
    }

    @Override
    public void close() throws IOException {
        try {
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        } finally {
            part.close();
        }
    }
}
