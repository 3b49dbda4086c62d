package dev.leapp.testkit.cloud;

import java.time.Instant;

/** What began with a login, and lasts until a logout or its end. */
record PortalSession(String id, String clientId, Instant endsAt) {}
