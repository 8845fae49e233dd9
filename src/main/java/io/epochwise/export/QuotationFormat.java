package io.epochwise.export;

import io.epochwise.fault.InvalidInputException;
import io.epochwise.fault.Spelling;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** What a quotation can be written as, beside JSON. */
public enum QuotationFormat {
    CSV("text/csv;charset=UTF-8", "csv", true, CsvQuotation::write),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", true, XlsxQuotation::write),
    /** Rows of FOCUS as CSV too, so that only its name asks for it. */
    FOCUS("text/csv;charset=UTF-8", "focus.csv", false, FocusQuotation::write),
    UBL("application/xml", "ubl.xml", false, UblQuotation::write),
    CXML("text/xml", "cxml.xml", false, CxmlQuotation::write),
    OCI("application/x-www-form-urlencoded", "oci.txt", false, OciQuotation::write);

    private final String mediaType;
    private final String extension;
    private final boolean withoutPrices;
    private final Writer writer;

    /** Writes a quotation. */
    private interface Writer {
        void write(Quotation quotation, OutputStream out) throws IOException;
    }

    /**
     * @param mediaType of the document
     * @param extension how a file's name ends
     * @param withoutPrices whether it can say that a price is not known
     */
    QuotationFormat(String mediaType, String extension, boolean withoutPrices, Writer writer) {
        this.mediaType = mediaType;
        this.extension = extension;
        this.withoutPrices = withoutPrices;
        this.writer = writer;
    }

    /** The media type of the document. */
    public String mediaType() {
        return mediaType;
    }

    /** A name for the file, which says that it is a forecast. */
    public String fileName(Quotation quotation) {
        return quotation.document().number().replaceAll("[^A-Za-z0-9._-]", "_") + "-forecast." + extension;
    }

    /**
     * The document, the same for the same quotation.
     *
     * @param quotation with its id
     * @throws InvalidInputException if a line is unpriced and the format cannot say so
     */
    public byte[] write(Quotation quotation) {
        if (!withoutPrices) {
            quotation.lines().filter(QuotedLine::unpriced).findFirst().ifPresent(line -> {
                throw new InvalidInputException(
                        "requests[" + (line.group() - 1) + "]",
                        "has a line without a price, " + line.code() + " of " + line.offering() + ", and " + this
                                + " cannot say so; json, csv and xlsx can");
            });
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writer.write(quotation, out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail", e);
        }
        return out.toByteArray();
    }

    @Override
    public String toString() {
        return Spelling.of(this);
    }
}
