package dev.leapp.cli.session;

import dev.leapp.cli.output.Json;
import dev.leapp.cli.run.Context;
import dev.leapp.core.credential.CredentialKind;
import dev.leapp.core.credential.CredentialRequest;
import dev.leapp.core.credential.Credentials;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
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
            "One line of JSON on standard output and nothing else; never asks unless run in a terminal."
        },
        footer = {
            "",
            "Examples:",
            "  leapp session generate ops",
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
            description = "The session's id, a unique beginning of it, or its name.")
    String id = "";

    @Option(
            names = {"--session-id", "--sessionId"},
            hidden = true)
    String sessionId = "";

    GenerateCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        Session session = session();
        Credentials credentials = context.engine().sessions().credentials(session.id(), CredentialRequest.standard());
        if (!credentials.kind().equals(CredentialKind.ACCESS_KEY)) {
            throw new SessionException(
                    CoreErrorCode.INVALID_VALUE,
                    "Session " + session.name() + " gives credentials of kind " + credentials.kind()
                            + ", and AWS tools want an access key",
                    "name an AWS session");
        }
        context.out().raw(Json.compact(document(credentials)));
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
