package dev.leapp.core.internal.secret;

import dev.leapp.core.internal.LeappDirectory;
import dev.leapp.core.internal.crypto.Argon2Cost;
import dev.leapp.core.internal.file.FileOperations;
import dev.leapp.core.internal.secret.file.FileSecretStore;
import dev.leapp.core.internal.secret.keychain.Keychains;
import dev.leapp.core.port.Availability;
import dev.leapp.core.port.Environment;
import dev.leapp.core.port.SecretStore;
import dev.leapp.core.port.SecretStores;
import dev.leapp.core.port.UserInteraction;
import dev.leapp.core.port.WorkspaceRepository;
import dev.leapp.core.workspace.Snapshot;
import dev.leapp.core.workspace.Update;
import dev.leapp.core.workspace.Workspace;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * Chooses the secret store of a workspace, once: when the first secret is to be written, or when the user says so. Reading chooses
 * nothing. A chosen store that doesn't work now is an error, never a reason to take another one.
 */
public final class SecretStoreSelector implements SecretStores, AutoCloseable {

    private final WorkspaceRepository repository;
    private final Stores stores;
    private final OpenStores open;
    private final Environment environment;
    private final UserInteraction interaction;

    SecretStoreSelector(
            WorkspaceRepository repository, Stores stores, Environment environment, UserInteraction interaction) {
        this.repository = repository;
        this.stores = stores;
        this.open = new OpenStores(stores);
        this.environment = environment;
        this.interaction = interaction;
    }

    /**
     * Returns the selector over the stores of this machine. Opens nothing.
     *
     * @param repository keeps the choice
     * @param directory where the encrypted file lies
     * @param osName the operating system, as {@code os.name} gives it
     * @param environment where the session bus is, and perhaps the passphrase
     * @param interaction is told the choice, and asks for a passphrase
     * @param random makes keys, salts and nonces
     * @return the selector
     */
    public static SecretStoreSelector ofThisMachine(
            WorkspaceRepository repository,
            LeappDirectory directory,
            String osName,
            Environment environment,
            UserInteraction interaction,
            SecureRandom random) {
        Stores stores = new SystemStores(
                osName,
                environment,
                interaction.isInteractive() ? Keychains.Limits.INTERACTIVE : Keychains.Limits.NON_INTERACTIVE,
                directory,
                new AskedPassphrases(environment, interaction),
                Argon2Cost.DEFAULT,
                FileOperations.ofTheSystem(),
                random);
        return new SecretStoreSelector(repository, stores, environment, interaction);
    }

    /**
     * Returns the store that does what was chosen, whenever that happens.
     *
     * @return a store to give to everybody; closing it closes the selector
     */
    public SecretStore store() {
        return new SelectedSecretStore(this);
    }

    @Override
    public Choice show() {
        Optional<StoreChoice> pinned = pinned();
        Availability availability = pinned.filter(StoreChoice::isFile)
                .map(choice -> open.file(choice).glance())
                .orElseGet(() -> keychain().probe());
        return new Choice(pinned.map(StoreChoice::id), pinned.flatMap(StoreChoice::keyFile), availability);
    }

    @Override
    public void useKeychain() {
        Optional<StoreChoice> former = pinned();
        if (!former.equals(Optional.of(StoreChoice.keychain()))) {
            refuseToLeave(former);
        }
        if (keychain().probe() instanceof Availability.Unavailable unavailable) {
            throw SelectionTexts.keychainUnusable(unavailable.reason());
        }
        replace(former, StoreChoice.keychain(), SelectionTexts.keychainChosen());
    }

    @Override
    public void useFile(Optional<Path> keyFile) {
        StoreChoice wanted = StoreChoice.file(keyFile);
        Optional<StoreChoice> former = pinned();
        if (!former.equals(Optional.of(wanted))) {
            refuseToLeave(former);
            former.filter(StoreChoice::isFile)
                    .ifPresent(choice -> open.file(choice).discardIfEmpty());
        }
        wanted.keyFile().ifPresent(stores::createKeyFileIfMissing);
        FileSecretStore file = open.file(wanted);
        file.requireWorking();
        replace(former, wanted, SelectionTexts.fileChosen(file.file(), wanted));
    }

    @Override
    public void close() {
        open.close();
    }

    /** The store that was chosen, empty if no secret was ever written. */
    Optional<SecretStore> forReading() {
        return pinned().map(open::of);
    }

    /** The store that was chosen; chooses one if none was. */
    synchronized SecretStore forWriting() {
        return open.of(pinned().orElseGet(this::choose));
    }

    private StoreChoice choose() {
        Availability keychain = keychain().probe();
        if (keychain instanceof Availability.Unavailable unavailable) {
            return chooseFile(unavailable.reason());
        }
        return pin(StoreChoice.keychain(), SelectionTexts.keychainChosen());
    }

    private StoreChoice chooseFile(String keychainReason) {
        if (environment.get(AskedPassphrases.VARIABLE).isEmpty()) {
            throw SelectionTexts.noStore(keychainReason);
        }
        StoreChoice wanted = StoreChoice.file(Optional.empty());
        FileSecretStore file = open.file(wanted);
        file.requireWorking();
        return pin(wanted, SelectionTexts.fileInstead(file.file(), keychainReason));
    }

    /** Pins a first choice, unless another process was quicker: then that one holds. */
    private StoreChoice pin(StoreChoice wanted, String told) {
        boolean[] pinned = new boolean[1];
        StoreChoice chosen = repository.update(snapshot -> {
            Optional<StoreChoice> quicker = StoreChoice.of(snapshot.workspace());
            pinned[0] = quicker.isEmpty();
            return quicker.map(choice -> new Update<>(snapshot, choice, "keep secret store"))
                    .orElseGet(() -> pinning(snapshot, wanted));
        });
        if (pinned[0]) {
            interaction.inform(told);
        }
        return chosen;
    }

    private void replace(Optional<StoreChoice> former, StoreChoice wanted, String told) {
        repository.update(snapshot -> {
            if (!StoreChoice.of(snapshot.workspace()).equals(former)) {
                throw SelectionTexts.chosenMeanwhile();
            }
            return pinning(snapshot, wanted);
        });
        interaction.inform(told);
    }

    private static Update<StoreChoice> pinning(Snapshot snapshot, StoreChoice wanted) {
        Workspace next = wanted.pinnedIn(snapshot.workspace());
        return new Update<>(snapshot.with(next), wanted, "use secret store " + wanted.id());
    }

    /** What lies in the keychain can't be listed everywhere, so whatever may have put something there counts. */
    private void refuseToLeave(Optional<StoreChoice> former) {
        if (former.isEmpty()) {
            return;
        }
        if (former.get().isFile()) {
            FileSecretStore file = open.file(former.get());
            if (!file.isEmpty()) {
                throw SelectionTexts.secretsInFile(file.file());
            }
            return;
        }
        Workspace workspace = repository.read().workspace();
        int owners = workspace.sessions().size() + workspace.integrations().size();
        if (owners > 0) {
            throw SelectionTexts.secretsInKeychain(owners);
        }
    }

    private Optional<StoreChoice> pinned() {
        return StoreChoice.of(repository.read().workspace());
    }

    private SecretStore keychain() {
        return open.of(StoreChoice.keychain());
    }
}
