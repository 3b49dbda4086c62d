package dev.leapp.core.internal.doctor;

import dev.leapp.core.internal.LeappDirectory;
import dev.leapp.core.internal.plugin.PluginRegistry;
import dev.leapp.core.internal.receipt.Receipts;
import dev.leapp.core.issuance.IssuanceLog;
import dev.leapp.core.port.WorkspaceRepository;
import dev.leapp.core.session.SessionView;
import dev.leapp.core.spi.HttpSettings;
import dev.leapp.core.workspace.Doctor;
import dev.leapp.core.workspace.WorkspaceFile;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What a doctor is put together from. None of it asks anybody.
 *
 * @param passphraseGiven whether a passphrase for key slots is there without asking
 * @param desktopApp tells whether the Leapp desktop app runs
 * @param tell is told what is looked at
 */
public record Doctors(
        LeappDirectory directory,
        WorkspaceRepository repository,
        WorkspaceFile file,
        Supplier<List<SessionView>> sessions,
        Receipts receipts,
        SecretStoreLook secrets,
        PluginRegistry plugins,
        IssuanceLog log,
        boolean passphraseGiven,
        BooleanSupplier desktopApp,
        Consumer<String> tell,
        Clock clock,
        HttpSettings http) {

    public Doctor compose() {
        Path path = directory.workspaceFile();
        List<Check> checks = List.of(
                new WorkspaceCheck(path, file),
                new PermissionsCheck(directory),
                new KeySlotsCheck(file, passphraseGiven),
                new BackupsCheck(path, file),
                new DesktopAppCheck(file, desktopApp),
                new SessionsCheck(sessions),
                new ReceiptsCheck(receipts),
                new IssuanceLogCheck(log),
                new SecretStoreCheck(secrets, directory.secretsFile(), plugins),
                new PluginsCheck(plugins),
                new ClockCheck(clock),
                new NetworkCheck(plugins.endpoints(), new NetworkReach(clock, http)),
                new LocksCheck(directory),
                new TemporaryFilesCheck(directory));
        return new Examination(repository, file, passphraseGiven, checks, tell);
    }
}
