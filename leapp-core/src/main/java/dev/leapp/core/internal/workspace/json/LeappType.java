package dev.leapp.core.internal.workspace.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.leapp.core.session.SessionType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A type of sessions in the desktop app's file. There are six; any other is taken as it comes: every text in such a session is one of
 * its settings.
 *
 * @param known whether it is one of the six
 * @param spelling what the file calls it
 * @param type what it is called here
 * @param parts its fields and what else is its own, in the order in which the desktop app writes them
 * @param fields those parts that are settings here
 */
record LeappType(boolean known, String spelling, SessionType type, List<LeappField> parts, List<LeappField> fields) {

    static final String SSO_ROLE = "awsSsoRole";
    static final String AZURE = "azure";
    static final String TYPE_KEY = "type";
    static final String PROFILE_KEY = "profileId";

    private static final String IAM_USER = "awsIamUser";
    private static final LeappField TYPE = LeappField.required(TYPE_KEY);
    private static final LeappField PROFILE = LeappField.required(PROFILE_KEY);

    private static final Set<String> COMMON = Set.of(
            "sessionId",
            "sessionName",
            "region",
            "status",
            TYPE_KEY,
            PROFILE_KEY,
            LeappStates.STARTED,
            LeappStates.EXPIRES,
            LeappExtras.KEY);

    private static final List<LeappType> ALL = List.of(
            of(IAM_USER, "aws-iam-user", LeappField.optional("mfaDevice"), TYPE, PROFILE),
            of(
                    "awsIamRoleFederated",
                    "aws-iam-role-federated",
                    LeappField.required("idpUrlId"),
                    LeappField.required("idpArn"),
                    LeappField.required("roleArn"),
                    PROFILE,
                    TYPE),
            of(
                    "awsIamRoleChained",
                    "aws-iam-role-chained",
                    LeappField.required("roleArn"),
                    PROFILE,
                    LeappField.required("parentSessionId"),
                    TYPE,
                    LeappField.optional("roleSessionName").standard("assumed-from-leapp")),
            of(
                    SSO_ROLE,
                    "aws-sso-role",
                    LeappField.optional("email"),
                    LeappField.required("roleArn"),
                    PROFILE,
                    TYPE,
                    LeappField.required("awsSsoConfigurationId")),
            of(
                    AZURE,
                    "azure-tenant",
                    LeappField.required("subscriptionId"),
                    LeappField.required("tenantId"),
                    LeappField.required("azureIntegrationId"),
                    TYPE),
            of(
                    "localstack",
                    "aws-localstack",
                    LeappField.optional("endPointUrl").called("endpointUrl").standard("http://localhost:4566"),
                    TYPE,
                    PROFILE));

    static LeappType of(LeappElement session) throws MalformedDocumentException {
        String spelling = session.text(TYPE_KEY).orElse("");
        return ALL.stream()
                .filter(type -> type.spelling().equals(spelling))
                .findFirst()
                .orElseGet(() -> other(spelling, session));
    }

    static Optional<LeappType> of(SessionType type) {
        return ALL.stream().filter(known -> known.type().equals(type)).findFirst();
    }

    /** The keys of all that is read here, but for an expiry, which only an active session has here. */
    Set<String> keys() {
        Set<String> keys = new HashSet<>(COMMON);
        keys.removeAll(Set.of(LeappStates.EXPIRES, LeappExtras.KEY));
        parts.forEach(part -> keys.add(part.key()));
        if (!known) {
            keys.remove(TYPE_KEY);
        }
        return keys;
    }

    /** Whether sessions of this type have a named profile. */
    boolean hasProfile() {
        return parts.contains(PROFILE);
    }

    /**
     * Whether the expiry in the file is that of what was handed over. With IAM users it is that of a session token in the keychain,
     * which the desktop app then goes for, and fails if it is not there.
     */
    boolean tellsExpiry() {
        return known && !spelling.equals(IAM_USER);
    }

    private static LeappType of(String spelling, String type, LeappField... parts) {
        return of(true, spelling, new SessionType(type), List.of(parts));
    }

    private static LeappType other(String spelling, LeappElement session) {
        List<LeappField> parts = new ArrayList<>(List.of(TYPE, PROFILE));
        for (Map.Entry<String, JsonNode> entry : session.node().properties()) {
            if (entry.getValue().isTextual() && !COMMON.contains(entry.getKey())) {
                parts.add(LeappField.optional(entry.getKey()));
            }
        }
        return of(false, spelling, new SessionType("leapp-" + words(spelling)), List.copyOf(parts));
    }

    private static LeappType of(boolean known, String spelling, SessionType type, List<LeappField> parts) {
        List<LeappField> fields = parts.stream()
                .filter(part -> !part.equals(TYPE) && !part.equals(PROFILE))
                .toList();
        return new LeappType(known, spelling, type, parts, fields);
    }

    private static String words(String spelling) {
        String words = spelling.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return words.isEmpty() ? "unknown" : words;
    }
}
