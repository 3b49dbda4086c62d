package dev.leapp.provider.aws.internal.importer;

import dev.leapp.core.session.IntegrationId;
import dev.leapp.core.session.ProfileId;
import dev.leapp.core.session.SessionId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids that are the same whenever the same thing is imported: name-based UUIDs. */
final class DerivedIds {

    private DerivedIds() {}

    static SessionId session(String profile) {
        return new SessionId(id("session", profile));
    }

    /** For the access key of a profile that is a role's or a portal's, too. */
    static SessionId source(String profile) {
        return new SessionId(id("source", profile));
    }

    static ProfileId profile(String profile) {
        return new ProfileId(id("profile", profile));
    }

    static IntegrationId integration(String portalUrl, String region) {
        return new IntegrationId(id("sso", portalUrl + "\n" + region));
    }

    private static String id(String kind, String name) {
        byte[] derivedFrom = (AwsImporter.ID + "\n" + kind + "\n" + name).getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(derivedFrom).toString();
    }
}
