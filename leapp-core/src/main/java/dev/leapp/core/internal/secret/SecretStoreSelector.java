package dev.leapp.core.internal.secret;

import dev.leapp.core.internal.LeappDirectory;
import dev.leapp.core.internal.crypto.Argon2Cost;
import dev.leapp.core.internal.file.FileOperations;
import dev.leapp.core.internal.secret.file.FileSecretStore;
import dev.leapp.core.internal.secret.keychain.Keychains;
import dev.leapp.core.port.Availability;
import dev.leapp.core.port.Environment;
import dev.leapp.core.port.SecretMigration;
import dev.leapp.core.port.SecretStore;
import dev.leapp.core.port.SecretStoreTarget;
import dev.leapp.core.port.SecretStores;
import dev.leapp.core.port.UserInteraction;
import dev.leapp.core.port.WorkspaceRepository;
import dev.leapp.core.spi.Plugins;
import dev.leapp.core.workspace.Workspace;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * Chooses the secret store of a workspace, once: when the first secret is to be written, or when the user says so. Reading chooses
 * nothing. A chosen store that doesn't work now is an error, never a reason to take another one.
 */
public final class SecretStoreSelector implements SecretStores, AutoCloseable {

    private final Pin pin;
    private final OpenStores open;
    private final StoreLock lock;
    private final CurrentStore current;
    private final LeftBehind leftBehind;
    private final Migration migration;
    private final Environment environment;
    private final UserInteraction interaction;

    SecretStoreSelector(
            Pin pin,
            Stores stores,
            StoreLock lock,
            WorkspaceSecrets secrets,
            OldCopies oldCopies,
            Environment environment,
            UserInteraction interaction) {
        this.pin = pin;
        this.open = new OpenStores(stores);
        this.lock = lock;
        this.current = new CurrentStore(pin, open, lock, new FirstChoice(pin, open, environment, interaction));
        this.leftBehind = new LeftBehind(pin, open, lock, secrets);
        this.migration = new Migration(pin, open, lock, secrets, leftBehind, oldCopies, interaction);
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
     * @param plugins know which secrets sessions have
     * @param oldCopies says whether secrets are deleted from a store that the workspace leaves
     * @return the selector
     */
    public static SecretStoreSelector ofThisMachine(
            WorkspaceRepository repository,
            LeappDirectory directory,
            String osName,
            Environment environment,
            UserInteraction interaction,
            SecureRandom random,
            Plugins plugins,
            OldCopies oldCopies) {
        Stores stores = new SystemStores(
                osName,
                environment,
                interaction.isInteractive() ? Keychains.Limits.INTERACTIVE : Keychains.Limits.NON_INTERACTIVE,
                directory,
                new AskedPassphrases(environment, interaction),
                Argon2Cost.DEFAULT,
                FileOperations.ofTheSystem(),
                random);
        return new SecretStoreSelector(
                new Pin(repository),
                stores,
                StoreLock.in(directory),
                new WorkspaceSecrets(plugins),
                oldCopies,
                environment,
                interaction);
    }

    /**
     * Returns the store that does what was chosen, whenever that happens.
     *
     * @return a store to give to everybody; closing it closes the selector
     */
    public SecretStore store() {
        return new SelectedSecretStore(this, current);
    }

    /** Returns the id of the store that is chosen, empty if none was yet; tries nothing. */
    public Optional<String> chosen() {
        return pin.now().map(StoreChoice::id);
    }

    /** Returns the id of the store in which a migration that was cut off has left old copies; tries nothing. */
    public Optional<String> left() {
        return pin.left().map(StoreChoice::id);
    }

    /** Tells whether opening the chosen store may ask somebody; tries nothing. */
    public boolean asks() {
        boolean given = environment.get(AskedPassphrases.VARIABLE).isPresent();
        return pin.now()
                .map(choice -> !choice.isFile() || (choice.keyFile().isEmpty() && !given))
                .orElse(false);
    }

    @Override
    public Choice show() {
        Optional<StoreChoice> pinned = pin.now();
        Availability availability = pinned.filter(StoreChoice::isFile)
                .map(choice -> open.file(choice).glance())
                .orElseGet(() -> open.of(StoreChoice.keychain()).probe());
        return new Choice(pinned.map(StoreChoice::id), pinned.flatMap(StoreChoice::keyFile), availability);
    }

    @Override
    public void useKeychain() {
        use(StoreChoice.keychain());
    }

    @Override
    public void useFile(Optional<Path> keyFile) {
        use(StoreChoice.file(keyFile));
    }

    @Override
    public SecretMigration migrate(SecretStoreTarget target) {
        StoreChoice wanted = StoreChoice.of(target);
        int deleted = leftBehind.finish();
        Optional<StoreChoice> former = pin.now();
        if (former.isEmpty()) {
            use(wanted);
        }
        SecretMigration.Builder report = SecretMigration.builder(wanted.id());
        former.filter(choice -> !choice.equals(wanted))
                .ifPresent(choice -> migration.move(choice, wanted, report.from(choice.id())));
        return report.leftoversDeleted(deleted).build();
    }

    @Override
    public void close() {
        open.close();
    }

    private void use(StoreChoice wanted) {
        leftBehind.finish();
        Optional<StoreChoice> former = pin.now();
        boolean otherStore = !former.map(StoreChoice::id).equals(Optional.of(wanted.id()));
        if (!former.equals(Optional.of(wanted))) {
            refuseToLeave(former, wanted);
            former.filter(StoreChoice::isFile)
                    .ifPresent(choice -> open.file(choice).discardIfEmpty());
        }
        open.prepare(wanted);
        lock.holding("choosing a secret store", () -> {
            if (otherStore) {
                refuseToLeave(former, wanted);
            }
            pin.replace(former, wanted, Optional.empty());
            return true;
        });
        interaction.inform(open.chosen(wanted));
    }

    /** What lies in the keychain can't be listed everywhere, so whatever may have put something there counts. */
    private void refuseToLeave(Optional<StoreChoice> former, StoreChoice wanted) {
        if (former.isEmpty()) {
            return;
        }
        if (former.get().isFile()) {
            FileSecretStore file = open.file(former.get());
            if (!file.isEmpty()) {
                throw SelectionTexts.secretsInFile(file.file(), wanted);
            }
            return;
        }
        Workspace workspace = pin.workspace();
        int owners = workspace.sessions().size() + workspace.integrations().size();
        if (owners > 0) {
            throw SelectionTexts.secretsInKeychain(owners, wanted);
        }
    }
}
