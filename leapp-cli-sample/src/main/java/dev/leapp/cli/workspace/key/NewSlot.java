package dev.leapp.cli.workspace.key;

import dev.leapp.cli.run.Context;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.workspace.NewKeySlot;
import java.util.Locale;
import java.util.function.Function;

/** The kinds of key slots that can be made, and what to do with a new one. */
public enum NewSlot {
    /** Opened by this machine's id. */
    MACHINE("this machine's id opens it"),
    /** Opened by the OS keychain. */
    KEYCHAIN("the OS keychain opens it"),
    /** Opened by a passphrase. */
    PASSPHRASE("a passphrase opens it");

    private final String says;

    NewSlot(String says) {
        this.says = says;
    }

    /** Returns what opens a workspace that has such a slot, in words. */
    public String says() {
        return says;
    }

    /** Returns the kind's name. */
    public String kind() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Makes a slot, and wipes its passphrase after use.
     *
     * @param <R> what comes of it
     * @param context the run
     * @param fromInput whether a passphrase is the next line of standard input
     * @param use takes the slot
     * @return what comes of it
     */
    public <R> R make(Context context, boolean fromInput, Function<NewKeySlot, R> use) {
        return switch (this) {
            case MACHINE -> use.apply(NewKeySlot.machine());
            case KEYCHAIN -> use.apply(NewKeySlot.keychain());
            case PASSPHRASE -> {
                try (Secret passphrase = new Passphrases(context).chosen(fromInput)) {
                    yield use.apply(NewKeySlot.passphrase(passphrase));
                }
            }
        };
    }
}
