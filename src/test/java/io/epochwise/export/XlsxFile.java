package io.epochwise.export;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** A workbook read by ISO/IEC 29500 alone, so that what is written is not read by what wrote it. */
final class XlsxFile {
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final Map<String, String> sheetParts = new LinkedHashMap<>();
    private final Map<String, Map<String, Cell>> sheets = new LinkedHashMap<>();

    /**
     * A cell.
     *
     * @param type {@code n}, {@code s} or {@code str}
     * @param value as text, null if it has none
     * @param formula null if it is none
     * @param format of its number, null for none
     */
    record Cell(String type, String value, String formula, String format) {
        BigDecimal number() {
            return new BigDecimal(value);
        }

        /** The day that a number is (ISO/IEC 29500-1, 18.17.4.1). */
        LocalDate date() {
            return LocalDate.of(1899, 12, 30).plusDays(number().intValueExact());
        }
    }

    private XlsxFile(byte[] file) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        List<String> texts = new ArrayList<>();
        for (Element text : elements(xml("xl/sharedStrings.xml"), "si")) {
            texts.add(unescaped(text.getTextContent()));
        }
        Map<String, String> targets = new LinkedHashMap<>();
        for (Element relation : elements(xml("xl/_rels/workbook.xml.rels"), "Relationship")) {
            targets.put(relation.getAttribute("Id"), "xl/" + relation.getAttribute("Target"));
        }
        List<String> formats = formats();
        for (Element sheet : elements(xml("xl/workbook.xml"), "sheet")) {
            String part = targets.get(sheet.getAttribute("r:id"));
            Map<String, Cell> cells = new LinkedHashMap<>();
            for (Element cell : elements(xml(part), "c")) {
                cells.put(cell.getAttribute("r"), cell(cell, texts, formats));
            }
            sheetParts.put(sheet.getAttribute("name"), part);
            sheets.put(sheet.getAttribute("name"), cells);
        }
    }

    static XlsxFile of(byte[] file) {
        try {
            return new XlsxFile(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> formats() {
        Map<String, String> codes = new LinkedHashMap<>();
        for (Element format : elements(xml("xl/styles.xml"), "numFmt")) {
            codes.put(format.getAttribute("numFmtId"), format.getAttribute("formatCode"));
        }
        List<String> formats = new ArrayList<>();
        for (Element look : elements(
                (Element) xml("xl/styles.xml").getElementsByTagName("cellXfs").item(0), "xf")) {
            formats.add(codes.get(look.getAttribute("numFmtId")));
        }
        return formats;
    }

    private static Cell cell(Element cell, List<String> texts, List<String> formats) {
        String type = cell.getAttribute("t").isEmpty() ? "n" : cell.getAttribute("t");
        String value = child(cell, "v");
        String look = cell.getAttribute("s");
        return new Cell(
                type,
                type.equals("s") ? texts.get(Integer.parseInt(value)) : value,
                child(cell, "f"),
                look.isEmpty() ? null : formats.get(Integer.parseInt(look)));
    }

    private static String child(Element cell, String name) {
        Node child = cell.getElementsByTagName(name).item(0);
        return child == null ? null : child.getTextContent();
    }

    private static String unescaped(String text) {
        return ESCAPED.matcher(text)
                .replaceAll(
                        code -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(code.group(1), 16))));
    }

    private static List<Element> elements(Document document, String name) {
        return elements(document.getDocumentElement(), name);
    }

    private static List<Element> elements(Element parent, String name) {
        List<Element> elements = new ArrayList<>();
        var found = parent.getElementsByTagName(name);
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    Map<String, byte[]> parts() {
        return parts;
    }

    Document xml(String part) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(parts.get(part)));
        } catch (ParserConfigurationException | SAXException e) {
            throw new AssertionError(part + " is no XML", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Document sheet(String name) {
        return xml(sheetParts.get(name));
    }

    List<String> names() {
        return List.copyOf(sheets.keySet());
    }

    /** The cells of a sheet by their names, in order. */
    Map<String, Cell> cells(String sheet) {
        return sheets.get(sheet);
    }

    Cell cell(String sheet, String name) {
        return sheets.get(sheet).get(name);
    }

    /** The text or number of a cell; null if it is empty. */
    String value(String sheet, String name) {
        Cell cell = cell(sheet, name);
        return cell == null ? null : cell.value();
    }

    /** The row of the first cell of a column that has a text. */
    int row(String sheet, String column, String text) {
        return rows(sheet, column, text).get(0);
    }

    /** The rows of the cells of a column that have a text. */
    List<Integer> rows(String sheet, String column, String text) {
        return sheets.get(sheet).entrySet().stream()
                .filter(cell -> cell.getKey().matches(column + "\\d+"))
                .filter(cell -> text.equals(cell.getValue().value()))
                .map(cell -> Integer.valueOf(cell.getKey().substring(column.length())))
                .toList();
    }

    /** The file with other numbers in some cells of a sheet. */
    byte[] with(String sheet, Map<String, String> numbers) {
        return with(sheet, xml -> {
            String changed = xml;
            for (Map.Entry<String, String> number : numbers.entrySet()) {
                changed = changed.replaceFirst(
                        "<c r=\"" + number.getKey() + "\"( s=\"\\d+\")?[^>]*>(<v>[^<]*</v>)?</c>",
                        "<c r=\"" + number.getKey() + "\"$1><v>" + number.getValue() + "</v></c>");
            }
            return changed;
        });
    }

    private byte[] with(String sheet, UnaryOperator<String> change) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                String xml = new String(part.getValue(), StandardCharsets.UTF_8);
                zip.write((part.getKey().equals(sheetParts.get(sheet)) ? change.apply(xml) : xml)
                        .getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    /** The file without what its formulas give, so that a reader must calculate. */
    byte[] withoutResults() {
        XlsxFile file = this;
        for (String sheet : names()) {
            file = of(file.with(
                    sheet, xml -> xml.replaceAll("(<c [^>]*?)( t=\"str\")?>(<f>[^<]*</f>)<v>[^<]*</v>", "$1>$3")));
        }
        return file.with(names().get(0), xml -> xml);
    }
}
