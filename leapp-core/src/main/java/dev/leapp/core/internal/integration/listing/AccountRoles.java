package dev.leapp.core.internal.integration.listing;

import dev.leapp.core.integration.UpstreamSession;
import java.util.List;

/** All roles in an account, by the account's id. */
record AccountRoles(String account, List<UpstreamSession> roles) {}
