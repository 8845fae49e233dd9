package io.epochwise.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An XML document written element by element, indented, in UTF-8. All texts are escaped; nothing is ever read. */
final class XmlDocument implements AutoCloseable {
    private static final String INDENT = "  ";

    private final XMLStreamWriter xml;
    private int depth;

    XmlDocument(OutputStream out) throws IOException {
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /** Says where the DTD of the document is. */
    void doctype(String root, String systemId) throws IOException {
        write(() -> {
            xml.writeCharacters("\n");
            xml.writeDTD("<!DOCTYPE " + root + " SYSTEM \"" + systemId + "\">");
        });
    }

    /** Begins an element with attributes, name after value; those that are null are left out. */
    XmlDocument start(String name, String... attributes) throws IOException {
        write(() -> {
            line();
            xml.writeStartElement(name);
            attributes(attributes);
        });
        depth++;
        return this;
    }

    /** Ends the element that was begun last. */
    XmlDocument end() throws IOException {
        depth--;
        write(() -> {
            line();
            xml.writeEndElement();
        });
        return this;
    }

    /** An element with a text; nothing if the text is null. */
    XmlDocument text(String name, String text, String... attributes) throws IOException {
        if (text != null) {
            write(() -> {
                line();
                xml.writeStartElement(name);
                attributes(attributes);
                xml.writeCharacters(text);
                xml.writeEndElement();
            });
        }
        return this;
    }

    /** Text between elements. */
    void characters(String text) throws IOException {
        write(() -> xml.writeCharacters(text));
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i + 1] != null) {
                xml.writeAttribute(attributes[i], attributes[i + 1]);
            }
        }
    }

    private void line() throws XMLStreamException {
        xml.writeCharacters("\n" + INDENT.repeat(depth));
    }

    @Override
    public void close() throws IOException {
        write(() -> {
            xml.writeEndDocument();
            xml.writeCharacters("\n");
            xml.flush();
            xml.close();
        });
    }

    private interface Writing {
        void run() throws XMLStreamException;
    }

    private static void write(Writing writing) throws IOException {
        try {
            writing.run();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }
}
