package dev.leapp.core.internal.login;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.port.Availability;
import dev.leapp.core.port.SecretName;
import dev.leapp.core.port.SecretStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** A store that processes of a test share: one file for each secret. */
record FolderStore(Path folder) implements SecretStore {

    @Override
    public String id() {
        return "folder";
    }

    @Override
    public Availability probe() {
        return new Availability.Available();
    }

    @Override
    public Optional<Secret> get(SecretName name) {
        try {
            Path file = folder.resolve(name.account());
            return Files.exists(file) ? Optional.of(Secret.of(Files.readString(file))) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void put(SecretName name, Secret value) {
        try {
            Files.createDirectories(folder);
            Path next = Files.writeString(Files.createTempFile(folder, "next", ""), value.reveal());
            Files.move(next, folder.resolve(name.account()), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void delete(SecretName name) {
        try {
            Files.deleteIfExists(folder.resolve(name.account()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {}
}
