package dev.leapp.cli.session;

import dev.leapp.cli.completion.SessionNames;
import dev.leapp.cli.output.Json;
import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.Protection;
import dev.leapp.core.credential.CredentialKind;
import dev.leapp.core.credential.CredentialRequest;
import dev.leapp.core.credential.Credentials;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.CredentialException;
import dev.leapp.core.error.SessionException;
import dev.leapp.core.session.Session;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code leapp session generate}, which AWS tools call as a {@code credential_process}. */
@Command(
        name = "generate",
        description = {
            "Print temporary credentials, for AWS tools that call this as a credential_process.",
            "One line of JSON on standard output and nothing else. It never asks: tools run it in the middle of their work."
        },
        footer = {
            "",
            "Examples:",
            "  leapp session generate ops",
            "  leapp session generate ops --ask",
            "In ~/.aws/config:",
            "  [profile ops]",
            "  credential_process = leapp session generate ops"
        })
final class GenerateCommand implements Runnable {

    private final Context context;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "ID",
            completionCandidates = SessionNames.class,
            description = "The session's id, a unique beginning of it, or its name.")
    String id = "";

    @Option(
            names = {"--session-id", "--sessionId"},
            hidden = true)
    String sessionId = "";

    @Option(names = "--ask", description = "Ask for an MFA code or a login if one is needed; in a terminal.")
    boolean ask;

    GenerateCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        if (!ask) {
            context.askNobody();
        }
        Session session = session();
        if (Protection.isOn(session)) {
            requireStarted(session);
        }
        Credentials credentials = credentials(session);
        if (!credentials.kind().equals(CredentialKind.ACCESS_KEY)) {
            throw new SessionException(
                    CoreErrorCode.INVALID_VALUE,
                    "Session " + session.name() + " gives credentials of kind " + credentials.kind()
                            + ", and AWS tools want an access key",
                    "name an AWS session");
        }
        context.out().raw(Json.compact(document(credentials)));
    }

    /** Whoever started it has agreed to what tools get from then on. */
    private void requireStarted(Session session) {
        if (!context.engine().sessions().get(session.id()).state().isActive()) {
            throw new SessionException(
                    CoreErrorCode.SESSION_PROTECTED,
                    "Session " + session.name() + " is protected, and not started",
                    "run in a terminal: leapp session start '" + session.name() + "'");
        }
    }

    private Credentials credentials(Session session) {
        try {
            return context.engine().sessions().credentials(session.id(), CredentialRequest.standard());
        } catch (CredentialException e) {
            throw e.code() == CoreErrorCode.MFA_NEEDED && !ask ? naming(session, e) : e;
        }
    }

    /** Names the command that asks: starting does nothing for a session that is active. */
    private CredentialException naming(Session session, CredentialException e) {
        boolean active = context.engine().sessions().get(session.id()).state().isActive();
        return new CredentialException(
                CoreErrorCode.MFA_NEEDED,
                String.valueOf(e.getMessage()),
                "run in a terminal: leapp session " + (active ? "rotate" : "start") + " '" + session.name() + "'",
                e);
    }

    /** Tools name the session: then nothing is looked at but the workspace. */
    private Session session() {
        if (!id.isEmpty() && sessionId.isEmpty()) {
            return context.engine().sessions().definition(id);
        }
        SessionArgument argument = new SessionArgument();
        argument.name = id.isEmpty() ? null : id;
        argument.id = sessionId.isEmpty() ? null : sessionId;
        return argument.find(context, "print credentials of", any -> true).session();
    }

    /** The document that AWS tools read from a credential_process, version 1. */
    static Map<String, Object> document(Credentials credentials) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("Version", 1);
        document.put("AccessKeyId", credentials.attribute("accessKeyId"));
        document.put("SecretAccessKey", credentials.secret("secretAccessKey").reveal());
        Secret token = credentials.secrets().get("sessionToken");
        if (token != null) {
            document.put("SessionToken", token.reveal());
        }
        credentials.expiresAt().ifPresent(moment -> document.put("Expiration", moment.truncatedTo(ChronoUnit.SECONDS)));
        return document;
    }
}
