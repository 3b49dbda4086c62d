package dev.leapp.core.internal.workspace.key;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.WorkspaceException;
import dev.leapp.core.port.Environment;
import dev.leapp.core.port.UserInteraction;
import java.util.Map;
import java.util.Optional;

/**
 * The passphrase of a workspace's key slot: from the variable {@value #VARIABLE}, else from the user.
 *
 * @param environment may hold it
 * @param interaction asks for it
 */
public record WorkspacePassphrase(Environment environment, UserInteraction interaction) {

    /** The environment variable that gives it. */
    public static final String VARIABLE = "LEAPP_WORKSPACE_PASSPHRASE";

    /** Returns one that nobody knows. */
    public static WorkspacePassphrase none() {
        return new WorkspacePassphrase(Environment.of(Map.of()), UserInteraction.nonInteractive());
    }

    /** Tells whether it is there without asking. */
    public boolean isGiven() {
        return given().isPresent();
    }

    /** Returns that of a slot, for the caller to close. */
    public Secret of(KeySlot slot) {
        return given().orElseGet(() -> ask(slot));
    }

    private Optional<Secret> given() {
        return environment.get(VARIABLE).filter(value -> !value.isEmpty()).map(Secret::of);
    }

    private Secret ask(KeySlot slot) {
        if (!interaction.isInteractive()) {
            throw new WorkspaceException(
                    CoreErrorCode.WORKSPACE_KEY_MISMATCH,
                    "a passphrase opens it, and nobody can be asked: set " + VARIABLE + ", or run in a terminal",
                    null);
        }
        return interaction.askSecret("Passphrase of the workspace (key slot " + slot.id() + ")");
    }
}
