package io.epochwise.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Document;
import org.w3c.dom.bootstrap.DOMImplementationRegistry;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Whether XML is valid, by schemas and DTDs that are at hand; nothing is fetched, and no external entity is read. */
final class XmlValidity {
    private XmlValidity() {}

    private static final String AT_HAND = "resource:/";
    private static final String CORE_TYPES = "schemas/CCTS_CCT_SchemaModule.xsd";
    private static final String CORE_NAMESPACE =
            "urn:un:unece:uncefact:data:specification:CoreComponentTypeSchemaModule:2";
    private static final String EXTENSIONS = "urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2";

    /** What an extension may hold, which UBL leaves to its users: anything, here without the schemas of signatures. */
    private static final String EXTENSION_CONTENT = """
            <xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns="%1$s" targetNamespace="%1$s">
              <xsd:complexType name="ExtensionContentType">
                <xsd:sequence><xsd:any namespace="##other" processContents="lax"/></xsd:sequence>
              </xsd:complexType>
            </xsd:schema>
            """.formatted(EXTENSIONS);

    /** The official schema of a UBL Quotation. */
    static Schema ublQuotation(String version) {
        String main = "external/schemas/ubl" + version.replace(".", "") + "/maindoc/UBL-Quotation-" + version + ".xsd";
        try {
            SchemaFactory schemas = SchemaFactory.newDefaultInstance();
            DOMImplementationLS inputs = (DOMImplementationLS)
                    DOMImplementationRegistry.newInstance().getDOMImplementation("LS");
            schemas.setResourceResolver((type, namespace, publicId, systemId, base) -> {
                boolean core = CORE_NAMESPACE.equals(namespace) || CORE_NAMESPACE.equals(systemId);
                if (systemId == null && !core) {
                    return null;
                }
                String at = core
                        ? AT_HAND + CORE_TYPES
                        : URI.create(base == null ? AT_HAND + main : base)
                                .resolve(systemId)
                                .toString();
                LSInput input = inputs.createLSInput();
                input.setSystemId(at);
                if (at.contains("ExtensionContentDataType")) {
                    input.setStringData(EXTENSION_CONTENT);
                } else {
                    input.setByteStream(resource(at.substring(AT_HAND.length())));
                }
                return input;
            });
            return schemas.newSchema(new Source[] {source(CORE_TYPES), source(main)});
        } catch (ReflectiveOperationException | SAXException e) {
            throw new IllegalStateException("UBL " + version, e);
        }
    }

    private static Source source(String path) {
        return new StreamSource(resource(path), AT_HAND + path);
    }

    private static InputStream resource(String path) {
        InputStream in = XmlValidity.class.getClassLoader().getResourceAsStream(path);
        if (in == null) {
            throw new IllegalStateException("no resource " + path);
        }
        return in;
    }

    /** What the schema finds wrong; empty if it is valid. */
    static List<String> faults(Schema schema, String xml) {
        List<String> faults = new ArrayList<>();
        try {
            var validator = schema.newValidator();
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            validator.setErrorHandler(into(faults));
            validator.validate(new StreamSource(new StringReader(xml)));
        } catch (SAXException | IOException e) {
            faults.add(e.getMessage());
        }
        return faults;
    }

    /** What the DTD finds wrong; empty if it is valid. */
    static List<String> dtdFaults(Path dtd, String xml) {
        List<String> faults = new ArrayList<>();
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setValidating(true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setEntityResolver((publicId, systemId) -> {
                InputSource source = new InputSource(new ByteArrayInputStream(Files.readAllBytes(dtd)));
                source.setSystemId(systemId);
                return source;
            });
            builder.setErrorHandler(into(faults));
            builder.parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            faults.add(e.getMessage());
        }
        return faults;
    }

    /** The document, its DTD unread. */
    static Document parse(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
            return builder.parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new IllegalStateException(xml, e);
        }
    }

    private static ErrorHandler into(List<String> faults) {
        return new ErrorHandler() {
            @Override
            public void warning(SAXParseException fault) {
                faults.add(fault.getMessage());
            }

            @Override
            public void error(SAXParseException fault) {
                faults.add(fault.getMessage());
            }

            @Override
            public void fatalError(SAXParseException fault) {
                faults.add(fault.getMessage());
            }
        };
    }
}
