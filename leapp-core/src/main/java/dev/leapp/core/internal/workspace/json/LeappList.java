package dev.leapp.core.internal.workspace.json;

/** The lists of the desktop app's file whose elements have ids. */
enum LeappList {
    SESSIONS("sessions", "session", "sessionId", "sessionName", "sessions"),
    PROFILES("profiles", "named profile", "id", "name", "profiles"),
    IDP_URLS("idpUrls", "identity provider URL", "id", "url", "idpUrls"),
    AWS_SSO("awsSsoIntegrations", "integration", "id", "alias", "integrations"),
    AZURE("azureIntegrations", "integration", "id", "alias", "integrations");

    private final String property;
    private final String kind;
    private final String id;
    private final String label;
    private final String sealedName;

    LeappList(String property, String kind, String id, String label, String sealedName) {
        this.property = property;
        this.kind = kind;
        this.id = id;
        this.label = label;
        this.sealedName = sealedName;
    }

    /** Its key in the file, without the underscore. */
    String property() {
        return property;
    }

    /** What its elements are, for messages. */
    String kind() {
        return kind;
    }

    /** The key of an element's id. */
    String id() {
        return id;
    }

    /** The key of what people call an element. */
    String label() {
        return label;
    }

    /** The list of a {@link WorkspaceDocument} that has the same elements. */
    String sealedName() {
        return sealedName;
    }
}
