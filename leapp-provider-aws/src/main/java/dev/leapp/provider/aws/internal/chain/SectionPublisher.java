package dev.leapp.provider.aws.internal.chain;

import dev.leapp.core.spi.Publication;
import dev.leapp.core.spi.Receipt;
import dev.leapp.core.spi.Receipt.Change;
import dev.leapp.core.spi.ScopedSecrets;
import dev.leapp.provider.aws.internal.file.FileLocks;
import dev.leapp.provider.aws.internal.file.Uninterrupted;
import dev.leapp.provider.aws.internal.file.UserFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings sections into the shared files and out of them again. Thread-safe, without state.
 *
 * <p>The order makes a crash harmless: what is displaced goes to the secret store, then the receipt to the disk, then the files are written, one after the
 * other. Whoever comes later finds a receipt for everything that may stand there.
 */
final class SectionPublisher {

    private final String chain;
    private final FileLocks locks = new FileLocks(Duration.ofSeconds(15));

    SectionPublisher(String chain) {
        this.chain = chain;
    }

    void publish(Publication publication, List<Wish> wishes) {
        if (publication.takeover()) {
            openStore(publication.kept());
        }
        Map<Path, UserFile> files = filesOf(wishes, publication.earlier());
        List<UserFile> newDirectories =
                files.values().stream().filter(file -> !file.directoryExists()).toList();
        try {
            locks.holding(List.copyOf(files.values()), () -> {
                new PublishAttempts(chain, publication, wishes, newDirectories).run();
                return true;
            });
        } catch (RuntimeException e) {
            newDirectories.forEach(UserFile::deleteDirectoryIfEmpty);
            publication.earlier().ifPresent(SectionPublisher::deleteEmptyDirectories);
            throw e;
        }
    }

    /** Takes back what a receipt tells of, also if the thread is interrupted: no key stays because somebody was impatient. */
    void withdraw(Receipt receipt, ScopedSecrets kept) {
        Uninterrupted.run(() -> {
            takeBack(receipt, kept);
            return true;
        });
    }

    private void takeBack(Receipt receipt, ScopedSecrets kept) {
        if (receipt.changes().stream()
                .anyMatch(change -> SectionFacts.of(change).takeover().isPresent())) {
            openStore(kept);
        }
        List<UserFile> files = filesOf(List.of(), Optional.of(receipt)).values().stream()
                .filter(file -> file.exists() || file.isUnfinished())
                .toList();
        locks.holdingUninterrupted(files, () -> {
            files.forEach(UserFile::clearUnfinished);
            Undo.all(receipt, kept);
            return true;
        });
        deleteEmptyDirectories(receipt);
    }

    /** Only those that the receipt says were not there before. */
    private static void deleteEmptyDirectories(Receipt receipt) {
        receipt.changes().stream()
                .filter(change -> !SectionFacts.of(change).before().directory())
                .forEach(change -> open(change).deleteDirectoryIfEmpty());
    }

    /** The first use of a store may ask for its passphrase: that must not happen while the user's files are locked. */
    private static void openStore(ScopedSecrets kept) {
        kept.get(KeptSection.OF_CREDENTIALS);
    }

    private static UserFile open(Change change) {
        return SectionFiles.open(
                change.file(), SectionFacts.of(change).section().kind());
    }

    private static Map<Path, UserFile> filesOf(List<Wish> wishes, Optional<Receipt> earlier) {
        Map<Path, UserFile> files = new LinkedHashMap<>();
        wishes.forEach(wish -> files.put(wish.file().path(), wish.file()));
        earlier.map(Receipt::changes)
                .orElse(List.of())
                .forEach(change -> files.putIfAbsent(change.file(), open(change)));
        return files;
    }
}
