package org.shishi.core.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A workbook to read, whoever made it: Excel, WPS, LibreOffice, both dialects of the standard. Throws {@link
 * org.shishi.api.rule.RefusedException} for what is no workbook, is damaged or costs too much.
 */
public final class XlsxBook implements AutoCloseable {

    private static final int MOST_SHEETS = 1_000;

    private record Sheet(String name, String part) {}

    private final XlsxParts parts;
    private final ReadLimits limits;
    private final SharedStrings strings;
    private final DateStyles styles;
    private final List<Sheet> sheets = new ArrayList<>();
    private boolean from1904;

    /**
     * @param folder for temporary files
     */
    public XlsxBook(Path file, Path folder, ReadLimits limits) throws IOException {
        this.limits = limits;
        this.parts = new XlsxParts(file, limits);
        SharedStrings read = null;
        try {
            String workbook = workbook(parts);
            Map<String, Target> targets = relations(parts, workbook);
            readWorkbook(workbook, targets);
            Optional<String> styled = find(targets, "/styles");
            styles = styled.isPresent() ? DateStyles.read(parts.open(styled.get())) : DateStyles.none();
            Optional<String> shared = find(targets, "/sharedStrings");
            read = shared.isPresent()
                    ? SharedStrings.read(parts.open(shared.get()), folder, limits)
                    : SharedStrings.none(folder);
        } catch (XMLStreamException e) {
            parts.close();
            throw damaged(e);
        } catch (IOException | RuntimeException e) {
            parts.close();
            throw e;
        }
        strings = read;
    }

    /** @throws org.shishi.api.rule.RefusedException when a file is no workbook at all; says nothing of its content */
    public static void require(Path file) throws IOException {
        try (XlsxParts parts = new XlsxParts(file, ReadLimits.DEFAULT)) {
            workbook(parts);
        } catch (XMLStreamException e) {
            throw damaged(e);
        }
    }

    static RuntimeException damaged(XMLStreamException e) {
        // What the guard threw comes wrapped.
        for (Throwable at = e; at != null; at = at.getCause()) {
            if (at instanceof org.shishi.api.rule.RefusedException refused) {
                return refused;
            }
        }
        return SheetFault.DAMAGED.refusal();
    }

    /** Names of the sheets that people see, in order. */
    public List<String> sheets() {
        return sheets.stream().map(Sheet::name).toList();
    }

    /** Rows of a sheet; to be closed. */
    public SheetRows rows(int sheet) throws IOException {
        return new SheetRows(parts.open(sheets.get(sheet).part()), strings, styles, from1904, limits);
    }

    /** Which cells of a sheet are merged downwards. */
    public MergedCells merged(int sheet) throws IOException {
        try (InputStream part = parts.open(sheets.get(sheet).part())) {
            return MergedCells.read(part);
        }
    }

    boolean spilled() {
        return strings.spilled();
    }

    private record Target(String type, String part) {}

    private static String workbook(XlsxParts parts) throws IOException, XMLStreamException {
        if (!parts.has("_rels/.rels")) {
            if (parts.has("xl/workbook.xml")) {
                return "xl/workbook.xml";
            }
            throw SheetFault.NO_XLSX.refusal();
        }
        String part = find(relations(parts, ""), "/officeDocument")
                .filter(parts::has)
                .orElseThrow(SheetFault.NO_XLSX::refusal);
        if (!part.toLowerCase(java.util.Locale.ROOT).endsWith(".xml")) {
            // The binary kind, xlsb.
            throw SheetFault.NO_XLSX.refusal();
        }
        return part;
    }

    private static Optional<String> find(Map<String, Target> targets, String type) {
        return targets.values().stream()
                .filter(target -> target.type().endsWith(type))
                .map(Target::part)
                .findFirst();
    }

    /** What a part ({@code ""}: the package) refers to, by id. */
    private static Map<String, Target> relations(XlsxParts parts, String part) throws IOException, XMLStreamException {
        int slash = part.lastIndexOf('/');
        String folder = part.substring(0, slash + 1);
        String name = folder + "_rels/" + part.substring(slash + 1) + ".rels";
        Map<String, Target> targets = new HashMap<>();
        if (!parts.has(name)) {
            return targets;
        }
        try (InputStream in = parts.open(name)) {
            XMLStreamReader xml = Xml.open(in);
            while (xml.hasNext()) {
                if (Xml.next(xml) == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("Relationship")) {
                    String target = Xml.attribute(xml, "Target");
                    String type = Xml.attribute(xml, "Type");
                    String mode = Xml.attribute(xml, "TargetMode");
                    if (target != null && type != null && !"External".equals(mode)) {
                        targets.put(Xml.attribute(xml, "Id"), new Target(type, resolve(folder, target)));
                    }
                }
            }
        }
        return targets;
    }

    private static String resolve(String folder, String target) {
        if (target.startsWith("/")) {
            return target.substring(1);
        }
        String path = folder + target;
        List<String> names = new ArrayList<>();
        for (String name : path.split("/")) {
            if (name.equals("..")) {
                if (!names.isEmpty()) {
                    names.removeLast();
                }
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.add(name);
            }
        }
        return String.join("/", names);
    }

    private void readWorkbook(String part, Map<String, Target> targets) throws IOException, XMLStreamException {
        try (InputStream in = parts.open(part)) {
            XMLStreamReader xml = Xml.open(in);
            while (xml.hasNext()) {
                if (Xml.next(xml) != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                if (xml.getLocalName().equals("workbookPr")) {
                    String from = Xml.attribute(xml, "date1904");
                    from1904 = "1".equals(from) || "true".equals(from);
                } else if (xml.getLocalName().equals("sheet")) {
                    addSheet(xml, targets);
                }
            }
        }
        if (sheets.isEmpty()) {
            throw SheetFault.NO_XLSX.refusal();
        }
    }

    private void addSheet(XMLStreamReader xml, Map<String, Target> targets) {
        String state = Xml.attribute(xml, "state");
        Target target = targets.get(relation(xml));
        boolean seen = state == null || state.equals("visible");
        // Sheets of charts are of another type.
        if (seen && target != null && target.type().endsWith("/worksheet") && sheets.size() < MOST_SHEETS) {
            String name = Xml.attribute(xml, "name");
            sheets.add(new Sheet(name == null ? "" : name, target.part()));
        }
    }

    /** The attribute {@code r:id}; {@code sheetId} is another one. */
    private static String relation(XMLStreamReader xml) {
        return Xml.attribute(xml, "id");
    }

    @Override
    public void close() throws IOException {
        try {
            strings.close();
        } finally {
            parts.close();
        }
    }
}
