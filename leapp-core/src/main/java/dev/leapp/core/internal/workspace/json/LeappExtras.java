package dev.leapp.core.internal.workspace.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What the desktop app's format has no field for, in an object of our own; the desktop app keeps it. There only if it says
 * something.
 */
final class LeappExtras {

    /** Its key in a session or an integration. */
    static final String KEY = "leappForJvm";

    /** Its key in the document. */
    static final String DOCUMENT_KEY = "_" + KEY;

    static final String SETTINGS = "settings";
    static final String TAGS = "tags";
    static final String CHAIN = "chain";
    static final String PROFILE = "profileId";
    static final String LAST_STARTED = "lastStartedAt";
    static final String ORIGIN = "origin";
    static final String ORPHANED = "orphanedSince";
    static final String UPSTREAM_NAME = "upstreamName";
    static final String PENDING = "pending";
    static final String ACTIVE = "active";
    static final String LEASE_OVER = "leaseOver";

    /** All that this version reads. */
    static final Set<String> KNOWN = Set.of(
            SETTINGS, TAGS, CHAIN, PROFILE, LAST_STARTED, ORIGIN, ORPHANED, UPSTREAM_NAME, PENDING, ACTIVE, LEASE_OVER);

    private LeappExtras() {}

    static LeappElement of(LeappElement owner) throws MalformedDocumentException {
        return owner.object(KEY);
    }

    /** Changes the object; what does not belong to this version stays. */
    static void edit(ObjectNode owner, String key, Consumer<ObjectNode> edit) {
        ObjectNode extras = owner.get(key) instanceof ObjectNode there ? there.deepCopy() : owner.objectNode();
        edit.accept(extras);
        put(owner, key, extras);
    }

    static void put(ObjectNode extras, String key, Optional<String> value) {
        value.ifPresentOrElse(text -> extras.put(key, text), () -> extras.remove(key));
    }

    static void putTime(ObjectNode extras, String key, Optional<Instant> value) {
        put(extras, key, value.map(Instant::toString));
    }

    static void put(ObjectNode extras, String key, Map<String, String> texts) {
        ObjectNode map = extras.objectNode();
        texts.forEach(map::put);
        put(extras, key, map);
    }

    static void put(ObjectNode owner, String key, ObjectNode value) {
        if (value.isEmpty()) {
            owner.remove(key);
        } else {
            owner.set(key, value);
        }
    }
}
