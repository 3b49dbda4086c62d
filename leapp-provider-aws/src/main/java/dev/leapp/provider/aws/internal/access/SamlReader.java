package dev.leapp.provider.aws.internal.access;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the XML of an assertion, which may come from anybody: no document type, no entities but XML's own five, nothing is fetched, and
 * depth and length are limited.
 */
final class SamlReader {

    private static final String ASSERTION = "urn:oasis:names:tc:SAML:2.0:assertion";
    private static final String PROTOCOL = "urn:oasis:names:tc:SAML:2.0:protocol";
    private static final String SUCCESS = "urn:oasis:names:tc:SAML:2.0:status:Success";
    private static final String ROLE = "https://aws.amazon.com/SAML/Attributes/Role";
    private static final String DURATION = "https://aws.amazon.com/SAML/Attributes/SessionDuration";
    /** The byte order mark of UTF-8. */
    private static final String MARK = "\u00ef\u00bb\u00bf";

    private static final int DEEPEST = 64;
    private static final int MOST_ROLES = 5_000;

    private final XMLStreamReader xml;
    private final Set<OfferedRole> roles = new LinkedHashSet<>();
    private final List<String> recipients = new ArrayList<>();
    private Optional<Duration> duration = Optional.empty();
    private Optional<Instant> expiresAt = Optional.empty();
    private boolean encrypted;
    private boolean response;
    private int depth;
    private int statuses;
    private String attribute = "";

    private SamlReader(XMLStreamReader xml) {
        this.xml = xml;
    }

    static SamlAssertion read(byte[] bytes) throws MalformedAssertionException {
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(new StringReader(text(bytes)));
            try {
                return new SamlReader(xml).read();
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            throw new MalformedAssertionException("is not well-formed XML");
        }
    }

    /** All that matters is ASCII, so bytes are taken as characters: there is no encoding to be deceived by. */
    private static String text(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.startsWith(MARK) ? text.substring(MARK.length()) : text;
    }

    /** The JDK's own parser, whatever lies on the class path. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is fetched");
        });
        return factory;
    }

    private SamlAssertion read() throws XMLStreamException, MalformedAssertionException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new MalformedAssertionException("has a document type or entities, which no assertion has");
                case XMLStreamConstants.START_ELEMENT -> begin();
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {}
            }
        }
        if (!response) {
            throw new MalformedAssertionException("is no SAML response");
        }
        return new SamlAssertion(List.copyOf(roles), duration, List.copyOf(recipients), expiresAt, encrypted);
    }

    private void begin() throws XMLStreamException, MalformedAssertionException {
        depth++;
        if (depth > DEEPEST) {
            throw new MalformedAssertionException("is nested too deeply");
        }
        if (PROTOCOL.equals(xml.getNamespaceURI())) {
            protocol(xml.getLocalName());
        } else if (ASSERTION.equals(xml.getNamespaceURI())) {
            assertion(xml.getLocalName());
        }
    }

    private void protocol(String element) throws MalformedAssertionException {
        if (element.equals("Response")) {
            response = depth == 1;
            value("Destination").ifPresent(recipients::add);
        } else if (element.equals("StatusCode")) {
            statuses++;
            String status = value("Value").orElse("");
            if (statuses == 1 && !status.equals(SUCCESS)) {
                throw new MalformedAssertionException("says that the login failed");
            }
        }
    }

    private void assertion(String element) throws XMLStreamException, MalformedAssertionException {
        switch (element) {
            case "EncryptedAssertion" -> encrypted = true;
            case "SubjectConfirmationData" -> {
                value("Recipient").ifPresent(recipients::add);
                value("NotOnOrAfter").ifPresent(this::expiry);
            }
            case "Conditions" -> value("NotOnOrAfter").ifPresent(this::expiry);
            case "Attribute" -> attribute = value("Name").orElse("");
            case "AttributeValue" -> attributeValue();
            default -> {}
        }
    }

    private void attributeValue() throws XMLStreamException, MalformedAssertionException {
        if (attribute.equals(ROLE)) {
            OfferedRole.parse(text()).ifPresent(roles::add);
            if (roles.size() > MOST_ROLES) {
                throw new MalformedAssertionException("offers too many roles");
            }
        } else if (attribute.equals(DURATION)) {
            duration = RoleDuration.clamped(text());
        }
    }

    /** Reads up to the end of the element. */
    private String text() throws XMLStreamException {
        String text = xml.getElementText();
        depth--;
        return text;
    }

    private void expiry(String time) {
        try {
            Instant read = Instant.parse(time);
            expiresAt = expiresAt.filter(earlier -> earlier.isBefore(read)).or(() -> Optional.of(read));
        } catch (DateTimeException e) {
            // Only told to the user; AWS will judge it.
        }
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(xml.getAttributeValue(null, name));
    }
}
