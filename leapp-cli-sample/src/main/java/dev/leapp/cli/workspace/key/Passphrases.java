package dev.leapp.cli.workspace.key;

import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.Usage;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.LeappException;
import java.util.Optional;

/** The passphrases of the workspace: asked on a terminal, else from the variable {@value #VARIABLE} or standard input. */
public final class Passphrases {

    private static final String VARIABLE = "LEAPP_WORKSPACE_PASSPHRASE";

    private final Context context;

    /**
     * Reads for one run.
     *
     * @param context the run
     */
    public Passphrases(Context context) {
        this.context = context;
    }

    /**
     * Returns a new passphrase, which somebody who types it types twice.
     *
     * @param fromInput whether it is the next line of standard input
     * @return the passphrase, not empty, for the caller to close
     */
    public Secret chosen(boolean fromInput) {
        if (context.ask().interactive()) {
            return typedTwice();
        }
        return fromInput
                ? checked(context.ask().secretFromInput("New passphrase of the workspace"))
                : fromEnvironment("or give --passphrase-stdin, ");
    }

    /**
     * Returns the passphrase of a workspace that is there.
     *
     * @return the passphrase, not empty, for the caller to close
     */
    public Secret known() {
        return context.ask().interactive()
                ? checked(Optional.of(context.ask().secret("Passphrase of the workspace")))
                : fromEnvironment("");
    }

    private Secret fromEnvironment(String otherWay) {
        Optional<Secret> given = given();
        if (given.isEmpty()) {
            throw Usage.error(
                    "Missing the passphrase", "set " + VARIABLE + ", " + otherWay + "or run it in a terminal");
        }
        return checked(given);
    }

    private Optional<Secret> given() {
        String value = context.io().environment().getOrDefault(VARIABLE, "");
        return value.isEmpty() ? Optional.empty() : Optional.of(Secret.of(value));
    }

    private Secret typedTwice() {
        Secret first = checked(Optional.of(context.ask().secret("New passphrase of the workspace")));
        try (Secret again = context.ask().secret("The same passphrase again")) {
            if (!first.equals(again)) {
                first.close();
                throw Usage.error("The two passphrases differ; nothing was changed", "try again");
            }
        }
        warnOfTheVariable(first);
        return first;
    }

    private void warnOfTheVariable(Secret typed) {
        Optional<Secret> given = given();
        if (given.isPresent() && !given.get().equals(typed)) {
            context.out().remark(VARIABLE + " holds another passphrase, and is used while it is set");
        }
    }

    private Secret checked(Optional<Secret> read) {
        Secret secret = read.filter(each -> !each.isEmpty()).orElseThrow(Passphrases::empty);
        context.redactor().add(secret);
        return secret;
    }

    private static LeappException empty() {
        return Usage.error("An empty passphrase protects nothing; nothing was changed", null);
    }
}
