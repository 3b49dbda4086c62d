package dev.leapp.testkit.workspace;

import dev.leapp.core.internal.file.AtomicFile;
import dev.leapp.core.internal.file.FileOperations;
import dev.leapp.core.internal.machine.MachineId;
import dev.leapp.core.internal.workspace.FileWorkspaceRepository;
import dev.leapp.core.port.WorkspaceRepository;
import dev.leapp.testkit.contract.WorkspaceRepositoryContract;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.junit.jupiter.api.io.TempDir;

class FileWorkspaceRepositoryContractTest extends WorkspaceRepositoryContract {

    @TempDir
    Path home;

    @Override
    protected WorkspaceRepository open() {
        SecureRandom random = new SecureRandom();
        AtomicFile files = new AtomicFile(FileOperations.ofTheSystem(), random);
        return new FileWorkspaceRepository.Builder(home.resolve("Leapp-lock.json"), files, random, Clock.systemUTC())
                .build(() -> MachineId.of("this machine"));
    }
}
