package org.shishi.core.sheet;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Which cell styles show a number as a date. */
final class DateStyles {

    private static final Pattern NO_LETTERS = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]]*]");
    private static final Pattern DATE = Pattern.compile("[yYdDeE年月日]");
    private static final int MOST_STYLES = 70_000;

    private final BitSet dates = new BitSet();

    static DateStyles none() {
        return new DateStyles();
    }

    static DateStyles read(InputStream part) throws XMLStreamException {
        Map<Integer, String> formats = new HashMap<>();
        List<Integer> cells = new ArrayList<>();
        XMLStreamReader xml = Xml.open(part);
        boolean inCells = false;
        while (xml.hasNext()) {
            int event = Xml.next(xml);
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "numFmt" -> formats.put(number(xml, "numFmtId"), Xml.attribute(xml, "formatCode"));
                    case "cellXfs" -> inCells = true;
                    case "xf" -> {
                        if (inCells && cells.size() < MOST_STYLES) {
                            cells.add(number(xml, "numFmtId"));
                        }
                    }
                    default -> {
                        // Fonts, fills and the like say nothing of dates.
                    }
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("cellXfs")) {
                inCells = false;
            }
        }
        DateStyles styles = new DateStyles();
        for (int i = 0; i < cells.size(); i++) {
            styles.dates.set(i, date(cells.get(i), formats.get(cells.get(i))));
        }
        return styles;
    }

    private static int number(XMLStreamReader xml, String attribute) {
        return Digits.of(Xml.attribute(xml, attribute), 0);
    }

    /** 14–17, 22: dates everywhere; 27–36 and 50–58: dates in Chinese, Japanese and Korean editions. */
    private static boolean date(int id, String format) {
        if (format != null) {
            return DATE.matcher(NO_LETTERS.matcher(format).replaceAll("")).find();
        }
        return id >= 14 && id <= 17 || id == 22 || id >= 27 && id <= 36 || id >= 50 && id <= 58;
    }

    boolean isDate(int style) {
        return style >= 0 && dates.get(style);
    }
}
