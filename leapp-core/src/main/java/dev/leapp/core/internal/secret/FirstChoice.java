package dev.leapp.core.internal.secret;

import dev.leapp.core.internal.secret.file.FileSecretStore;
import dev.leapp.core.port.Availability;
import dev.leapp.core.port.Environment;
import dev.leapp.core.port.UserInteraction;
import java.util.Optional;

/** Chooses a store when the first secret is to be written: the keychain if it works, else the file if there is a passphrase. */
record FirstChoice(Pin pin, OpenStores open, Environment environment, UserInteraction interaction) {

    StoreChoice make() {
        Availability keychain = open.of(StoreChoice.keychain()).probe();
        if (keychain instanceof Availability.Unavailable unavailable) {
            return file(unavailable.reason());
        }
        return pinned(StoreChoice.keychain(), SelectionTexts.keychainChosen());
    }

    private StoreChoice file(String keychainReason) {
        if (environment.get(AskedPassphrases.VARIABLE).isEmpty()) {
            throw SelectionTexts.noStore(keychainReason);
        }
        StoreChoice wanted = StoreChoice.file(Optional.empty());
        FileSecretStore file = open.file(wanted);
        file.requireWorking();
        return pinned(wanted, SelectionTexts.fileInstead(file.file(), keychainReason));
    }

    private StoreChoice pinned(StoreChoice wanted, String told) {
        Pin.First first = pin.first(wanted);
        if (!first.quicker()) {
            interaction.inform(told);
        }
        return first.choice();
    }
}
