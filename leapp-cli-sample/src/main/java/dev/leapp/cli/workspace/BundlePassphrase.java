package dev.leapp.cli.workspace;

import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.Usage;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The passphrase of a bundle: from standard input, from the environment, or typed. */
final class BundlePassphrase {

    private static final String VARIABLE = "LEAPP_EXPORT_PASSPHRASE";

    @Option(names = "--passphrase-stdin", description = "Take the passphrase from a line of standard input.")
    boolean fromInput;

    /** Returns the passphrase of a bundle that is there. */
    Secret toOpen(Context context, Path file) {
        return remembered(context, given(context).orElseGet(() -> ask(context, "Passphrase of " + file)));
    }

    /** Returns the passphrase for a new bundle; who types it types it twice. */
    Secret toCreate(Context context, Path file) {
        return remembered(context, given(context).orElseGet(() -> askTwice(context, file)));
    }

    private Optional<Secret> given(Context context) {
        if (fromInput) {
            Secret line = context.ask()
                    .secretFromInput("Passphrase")
                    .orElseThrow(() -> Usage.error("--passphrase-stdin: standard input has no line for it", null));
            return Optional.of(line);
        }
        return Optional.of(context.io().environment().getOrDefault(VARIABLE, ""))
                .filter(value -> !value.isEmpty())
                .map(Secret::of);
    }

    private static Secret askTwice(Context context, Path file) {
        Secret first = ask(context, "New passphrase for " + file);
        try (Secret again = ask(context, "The same passphrase again")) {
            if (first.equals(again)) {
                return first;
            }
        }
        first.close();
        throw Usage.error("The two passphrases differ; nothing was exported", "try again");
    }

    private static Secret ask(Context context, String question) {
        if (!context.ask().interactive()) {
            throw new LeappException(
                    CoreErrorCode.BUNDLE_LOCKED,
                    "A passphrase is needed, and nobody can be asked",
                    "give it with --passphrase-stdin, or in " + VARIABLE);
        }
        return context.ask().secret(question);
    }

    private static Secret remembered(Context context, Secret passphrase) {
        context.redactor().add(passphrase);
        return passphrase;
    }
}
