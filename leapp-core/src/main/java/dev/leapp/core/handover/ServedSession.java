package dev.leapp.core.handover;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.session.SessionId;
import java.net.URI;

/**
 * A session that an endpoint serves.
 *
 * @param session which session
 * @param address where to ask
 * @param token what a client must present; no other session's token is accepted there
 * @param environment the variables that lead a client there
 * @since 0.1
 */
public record ServedSession(SessionId session, URI address, Secret token, ProgramEnvironment environment) {}
