package dev.leapp.core.internal.secret.keychain;

import dev.leapp.core.internal.crypto.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keeps values that are too long for one item in several.
 *
 * <p>The parts are written first, then the account's own item, which names them, then the former parts go. They are numbered
 * without a gap, written from the first on and deleted from the last on; so a process that dies leaves either value whole, and what
 * it leaves behind is found by the next long value or deletion of that account. Only one process at a time may write an account.
 */
final class ChunkedBackend implements KeychainBackend {

    /** For a keychain that takes values of any length. */
    static final int UNLIMITED = Integer.MAX_VALUE;

    private static final int READS = 3;

    private final KeychainBackend items;
    private final int mostUnits;

    /**
     * Wraps a keychain.
     *
     * @param items the keychain
     * @param mostUnits how many UTF-16 code units the value of an item may have, {@link #UNLIMITED} or at least 100
     */
    ChunkedBackend(KeychainBackend items, int mostUnits) {
        this.items = items;
        this.mostUnits = mostUnits;
    }

    @Override
    public Optional<byte[]> read(String account, Deadline deadline) throws Exception {
        for (int i = 0; i < READS; i++) {
            Optional<byte[]> item = items.read(account, deadline);
            if (item.isEmpty() || !MarkedItem.isMarked(item.get())) {
                return item;
            }
            Optional<byte[]> value = valueOf(item.get(), account, deadline);
            if (value.isPresent()) {
                return value;
            }
            // Perhaps somebody replaced the value between our reads.
        }
        throw KeychainTroubles.incomplete(account);
    }

    @Override
    public void write(String account, byte[] utf8, Deadline deadline) throws Exception {
        byte[] item = MarkedItem.of(utf8);
        try {
            if (mostUnits == UNLIMITED) {
                items.write(account, item, deadline);
            } else {
                replace(account, utf8, item, deadline);
            }
        } finally {
            Bytes.wipe(item);
        }
    }

    @Override
    public void delete(String account, Deadline deadline) throws Exception {
        if (mostUnits == UNLIMITED) {
            items.delete(account, deadline);
            return;
        }
        Optional<PartList> former = formerParts(account, deadline);
        items.delete(account, deadline);
        deletePartsBut("", account, former, deadline);
    }

    @Override
    public Optional<Set<String>> accounts(Deadline deadline) throws Exception {
        return items.accounts(deadline)
                .map(all -> all.stream()
                        .filter(account -> !PartList.isPart(account))
                        .collect(Collectors.toSet()));
    }

    private void replace(String account, byte[] utf8, byte[] item, Deadline deadline) throws Exception {
        Optional<PartList> former = formerParts(account, deadline);
        Optional<PartList> parts = Optional.empty();
        if (Utf16Length.of(item) <= mostUnits) {
            items.write(account, item, deadline);
        } else {
            String batch = former.map(PartList::otherBatch).orElse(PartList.BATCHES.get(0));
            parts = Optional.of(writeParts(account, utf8, batch, deadline));
            items.write(account, MarkedItem.of(parts.get()), deadline);
        }
        if (former.isPresent()) {
            deletePartsBut(parts.map(PartList::batch).orElse(""), account, former, deadline);
        }
    }

    private PartList writeParts(String account, byte[] utf8, String batch, Deadline deadline) throws Exception {
        List<byte[]> pieces = Utf16Length.pieces(utf8, mostUnits);
        try {
            for (int i = 0; i < pieces.size(); i++) {
                items.write(PartList.account(account, batch, i + 1), pieces.get(i), deadline);
            }
        } finally {
            pieces.forEach(Bytes::wipe);
        }
        deleteParts(account, batch, pieces.size() + 1, 0, deadline);
        return PartList.of(batch, pieces.size(), utf8);
    }

    private Optional<PartList> formerParts(String account, Deadline deadline) throws Exception {
        Optional<byte[]> item = items.read(account, deadline);
        Optional<PartList> parts = item.flatMap(MarkedItem::parts);
        item.ifPresent(Bytes::wipe);
        return parts;
    }

    private void deletePartsBut(String used, String account, Optional<PartList> former, Deadline deadline)
            throws Exception {
        for (String batch : PartList.BATCHES) {
            if (!batch.equals(used)) {
                int known = former.filter(parts -> parts.batch().equals(batch))
                        .map(PartList::count)
                        .orElse(0);
                deleteParts(account, batch, 1, known, deadline);
            }
        }
    }

    /** Deletes parts from a number on: those that are known of, and what follows without a gap. */
    private void deleteParts(String account, String batch, int from, int known, Deadline deadline) throws Exception {
        int end = Math.max(from, known + 1);
        while (isThere(PartList.account(account, batch, end), deadline)) {
            end++;
        }
        for (int number = end - 1; number >= from; number--) {
            items.delete(PartList.account(account, batch, number), deadline);
        }
    }

    private boolean isThere(String account, Deadline deadline) throws Exception {
        Optional<byte[]> item = items.read(account, deadline);
        item.ifPresent(Bytes::wipe);
        return item.isPresent();
    }

    /** Empty if the item makes no sense, or its parts don't fit together. */
    private Optional<byte[]> valueOf(byte[] item, String account, Deadline deadline) throws Exception {
        Optional<byte[]> whole = MarkedItem.whole(item);
        if (whole.isPresent()) {
            Bytes.wipe(item);
            return whole;
        }
        Optional<PartList> parts = MarkedItem.parts(item);
        return parts.isPresent() ? joined(parts.get(), account, deadline) : Optional.empty();
    }

    private Optional<byte[]> joined(PartList parts, String account, Deadline deadline) throws Exception {
        List<byte[]> pieces = new ArrayList<>();
        try {
            for (int number = 1; number <= parts.count(); number++) {
                Optional<byte[]> piece = items.read(PartList.account(account, parts.batch(), number), deadline);
                if (piece.isEmpty()) {
                    return Optional.empty();
                }
                pieces.add(piece.get());
            }
            byte[] value = Bytes.concat(pieces.toArray(byte[][]::new));
            return parts.fits(value) ? Optional.of(value) : Optional.empty();
        } finally {
            pieces.forEach(Bytes::wipe);
        }
    }
}
