package io.epochwise.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.XmlEscapeHelper;

/**
 * The file of a workbook, completed with what the library that writes it leaves out: what the formulas give, for readers that do not
 * calculate; that those that do shall begin with it; what plain cells look like; and entries that all programs can read, since the library states the sizes after
 * the data in a form that many reject. The file is the same whenever it is written.
 */
final class XlsxPackage {
    private static final Pattern FORMULA = Pattern.compile("<c r=\"([A-Z]+\\d+)\"([^>]*)>(<f>[^<]*</f>)</c>");
    private static final Pattern SHEET = Pattern.compile("xl/worksheets/sheet(\\d+)\\.xml");
    private static final Pattern CREATED = Pattern.compile("(<dcterms:created[^>]*>)[^<]*(</dcterms:created>)");

    /** Without it, some programs take a font of their own for plain cells. */
    private static final String NORMAL_STYLE =
            "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>";

    /** Says nothing. The first time that a ZIP file can hold is January 1st, but to that one Java adds one of the machine's zone. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private XlsxPackage() {}

    /**
     * Writes the file.
     *
     * @param workbook as the library writes it
     * @param results of the formulas of each sheet, by cell
     * @param created the day the document says it is of
     */
    static void write(byte[] workbook, List<Map<String, XlsxResult>> results, LocalDate created, OutputStream out)
            throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts(workbook).entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setTimeLocal(NO_TIME);
                zip.putNextEntry(entry);
                zip.write(completed(part.getKey(), part.getValue(), results, created)
                        .getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
    }

    private static String completed(String name, String xml, List<Map<String, XlsxResult>> results, LocalDate created) {
        Matcher sheet = SHEET.matcher(name);
        if (sheet.matches()) {
            return withResults(xml, results.get(Integer.parseInt(sheet.group(1)) - 1));
        }
        return switch (name) {
            case "xl/workbook.xml" -> xml.replace("</workbook>", "<calcPr fullCalcOnLoad=\"1\"/></workbook>");
            case "xl/styles.xml" -> xml.replace("<dxfs", NORMAL_STYLE + "<dxfs");
            case "docProps/core.xml" ->
                CREATED.matcher(xml).replaceFirst(XlsxSheet.isDate(created) ? "$1" + created + "T00:00:00Z$2" : "");
            default -> xml;
        };
    }

    private static String withResults(String xml, Map<String, XlsxResult> results) {
        return FORMULA.matcher(xml).replaceAll(formula -> {
            XlsxResult result = results.get(formula.group(1));
            String type = result.isText() ? " t=\"str\"" : "";
            return Matcher.quoteReplacement("<c r=\"" + formula.group(1) + '"' + formula.group(2) + type + '>'
                    + formula.group(3) + "<v>" + XmlEscapeHelper.escape(result.value()) + "</v></c>");
        });
    }

    /** The entries of a ZIP file without comment, read by its directory at the end (APPNOTE.TXT 6.3, 4.3.12 and 4.3.16). */
    private static Map<String, String> parts(byte[] file) {
        ByteBuffer zip = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int end = file.length - 22;
        int header = zip.getInt(end + 16);
        Map<String, String> parts = new LinkedHashMap<>();
        for (int left = zip.getShort(end + 10); left > 0; left--) {
            int compressed = zip.getInt(header + 20);
            int nameLength = zip.getShort(header + 28);
            String name = new String(file, header + 46, nameLength, StandardCharsets.US_ASCII);
            int local = zip.getInt(header + 42);
            int data = local + 30 + zip.getShort(local + 26) + zip.getShort(local + 28);
            byte[] content = new byte[zip.getInt(header + 24)];
            inflate(file, data, compressed, content);
            parts.put(name, new String(content, StandardCharsets.UTF_8));
            header += 46 + nameLength + zip.getShort(header + 30) + zip.getShort(header + 32);
        }
        return parts;
    }

    private static void inflate(byte[] file, int from, int length, byte[] content) {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(file, from, length);
            inflater.inflate(content);
        } catch (DataFormatException e) {
            throw new IllegalStateException("the library deflates what cannot be inflated", e);
        } finally {
            inflater.end();
        }
    }
}
