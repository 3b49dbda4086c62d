package dev.leapp.provider.aws.internal.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.leapp.core.credential.Secret;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Builds the SAML responses that tests need, as identity providers write them. */
final class Saml {

    static final String RECIPIENT = "https://signin.aws.amazon.com/saml";

    private final List<String> roles = new ArrayList<>();
    private String recipient = RECIPIENT;
    private String duration = "";
    private String expiry = "2026-11-23T10:05:00Z";
    private String status = "urn:oasis:names:tc:SAML:2.0:status:Success";

    static Saml offering(String... values) {
        Saml saml = new Saml();
        saml.roles.addAll(List.of(values));
        return saml;
    }

    Saml recipient(String url) {
        this.recipient = url;
        return this;
    }

    Saml duration(String seconds) {
        this.duration = seconds;
        return this;
    }

    Saml expiry(String time) {
        this.expiry = time;
        return this;
    }

    Saml status(String urn) {
        this.status = urn;
        return this;
    }

    Secret secret() {
        return encoded(xml());
    }

    static Secret encoded(String xml) {
        return Secret.of(Base64.getEncoder().encodeToString(xml.getBytes(UTF_8)));
    }

    String xml() {
        StringBuilder values = new StringBuilder();
        roles.forEach(
                each -> values.append("<saml:AttributeValue>").append(each).append("</saml:AttributeValue>"));
        String wanted = duration.isEmpty()
                ? ""
                : "<saml:Attribute Name=\"https://aws.amazon.com/SAML/Attributes/SessionDuration\"><saml:AttributeValue>"
                        + duration + "</saml:AttributeValue></saml:Attribute>";
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" Destination="%1$s">
                <samlp:Status><samlp:StatusCode Value="%2$s"/></samlp:Status>
                <saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">
                <saml:Subject><saml:SubjectConfirmation>
                <saml:SubjectConfirmationData Recipient="%1$s" NotOnOrAfter="%3$s"/>
                </saml:SubjectConfirmation></saml:Subject>
                <saml:AttributeStatement>
                <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">%4$s</saml:Attribute>%5$s
                </saml:AttributeStatement></saml:Assertion></samlp:Response>
                """.formatted(recipient, status, expiry, values, wanted).strip();
    }
}
