package dev.leapp.core.internal.handover;

import dev.leapp.core.credential.CredentialRequest;
import dev.leapp.core.credential.Credentials;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.SessionException;
import dev.leapp.core.handover.ProgramEnvironment;
import dev.leapp.core.internal.issuance.IssuanceRecorder;
import dev.leapp.core.internal.plugin.Handing;
import dev.leapp.core.issuance.Use;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.Sessions;
import dev.leapp.core.spi.ClientEnvironment;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts together what programs get in their environment. */
public record Environments(Sessions sessions, Handing handing, IssuanceRecorder recorder) {

    /** A program can't be given newer credentials once it runs: it gets some that last for a while. */
    private static final CredentialRequest LASTING =
            CredentialRequest.standard().validFor(Duration.ofMinutes(5));

    private record Share(Session session, Credentials credentials, Map<String, Secret> variables) {}

    ProgramEnvironment of(List<SessionId> ids, Use use) {
        List<Session> asked =
                ids.stream().distinct().map(id -> sessions.get(id).session()).toList();
        requireOnePerCloud(asked);
        asked.forEach(session -> requireAnyWay(session));
        List<Share> shares = asked.stream().map(this::share).toList();
        Map<String, Secret> variables = merged(shares);
        shares.forEach(share ->
                recorder.handedOut(share.session(), use, share.credentials().expiresAt()));
        Set<String> clouds = asked.stream().map(Environments::cloud).collect(Collectors.toSet());
        return new ProgramEnvironment(variables, name -> isGoverned(name, clouds));
    }

    ProgramEnvironment empty() {
        return new ProgramEnvironment(
                Map.of(), name -> handing.environments().stream().anyMatch(each -> each.governs(name)));
    }

    private static void requireOnePerCloud(List<Session> asked) {
        Map<String, Session> seen = new HashMap<>();
        for (Session session : asked) {
            Session other = seen.put(cloud(session), session);
            if (other != null) {
                throw clash(other, session, "are both of " + cloud(session));
            }
        }
    }

    /** Before anybody is asked for anything. */
    private void requireAnyWay(Session session) {
        if (handing.environments().stream()
                .noneMatch(each -> each.cloudProvider().equals(cloud(session)))) {
            throw noWay(session, "sessions of " + cloud(session));
        }
    }

    private Share share(Session session) {
        Credentials credentials = sessions.credentials(session.id(), LASTING);
        ClientEnvironment environment = handing.environment(cloud(session), credentials.kind())
                .orElseThrow(() -> noWay(session, "credentials of kind " + credentials.kind()));
        return new Share(session, credentials, environment.variables(session, credentials));
    }

    private static Map<String, Secret> merged(List<Share> shares) {
        Map<String, Secret> variables = new LinkedHashMap<>();
        Map<String, Session> owners = new HashMap<>();
        for (Share share : shares) {
            share.variables().forEach((name, value) -> {
                Session other = owners.put(name, share.session());
                if (other != null) {
                    throw clash(other, share.session(), "both set " + name);
                }
                variables.put(name, value);
            });
        }
        return variables;
    }

    private boolean isGoverned(String name, Set<String> clouds) {
        return handing.environments().stream()
                .anyMatch(each -> clouds.contains(each.cloudProvider()) && each.governs(name));
    }

    private static String cloud(Session session) {
        return session.type().cloudProvider();
    }

    private static SessionException clash(Session one, Session other, String why) {
        return new SessionException(
                CoreErrorCode.INVALID_VALUE,
                "Sessions " + one.name() + " and " + other.name() + " " + why
                        + ", and a program's environment has room for one session of each cloud",
                "name one of them");
    }

    private static SessionException noWay(Session session, String what) {
        return new SessionException(
                CoreErrorCode.HANDOVER_UNKNOWN,
                "Session " + session.name() + " can't be given to a program: no plug-in puts " + what
                        + " into an environment",
                "'leapp plugin list' shows the plug-ins");
    }
}
