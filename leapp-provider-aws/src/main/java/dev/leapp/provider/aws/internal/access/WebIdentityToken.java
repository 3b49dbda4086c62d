package dev.leapp.provider.aws.internal.access;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.CredentialException;
import dev.leapp.core.spi.IssueContext;
import dev.leapp.core.spi.PluginContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the OIDC token of a session: in a file, in an environment variable, or from a program. It is read anew each time. */
record WebIdentityToken(PluginContext plugin) {

    static final String FILE = "tokenFile";
    static final String VARIABLE = "tokenVariable";
    static final String COMMAND = "tokenCommand";

    Secret of(IssueContext context) {
        Optional<String> file = context.session().setting(FILE);
        Optional<String> variable = context.session().setting(VARIABLE);
        Optional<String> command = context.session().setting(COMMAND);
        long given =
                Stream.of(file, variable, command).filter(Optional::isPresent).count();
        if (given != 1) {
            throw failed(context, "needs one of token file, token variable and token command, and has " + given, null);
        }
        return file.map(path -> fromFile(context, Path.of(path)))
                .or(() -> variable.map(name -> fromVariable(context, name)))
                .or(() -> command.map(line -> new ExternalCommand(COMMAND, line, plugin.clock()).output(context)))
                .orElseThrow();
    }

    private Secret fromFile(IssueContext context, Path path) {
        try {
            String text = Files.readString(plugin.userHome().resolve(path)).strip();
            if (text.isEmpty()) {
                throw failed(context, "finds no token in the file " + path + ", which is empty", null);
            }
            return Secret.of(text);
        } catch (IOException e) {
            throw failed(context, "can't read its token from the file " + path, e);
        }
    }

    private Secret fromVariable(IssueContext context, String name) {
        return plugin.environment()
                .get(name)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(Secret::of)
                .orElseThrow(() -> failed(
                        context, "finds no token in the environment variable " + name + ", which is not set", null));
    }

    private static CredentialException failed(IssueContext context, String what, @Nullable Throwable cause) {
        return new CredentialException(
                CoreErrorCode.LOGIN_NEEDED,
                "Session " + context.session().name() + " " + what,
                "get a token there, or say where else it is: leapp session edit '"
                        + context.session().name() + "' --help",
                cause);
    }
}
