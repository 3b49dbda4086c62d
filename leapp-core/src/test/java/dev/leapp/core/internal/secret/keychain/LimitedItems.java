package dev.leapp.core.internal.secret.keychain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A keychain in memory whose values have a limit, and whose process dies when it is told to. */
final class LimitedItems implements KeychainBackend {

    /** Stands for the death of the process. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    final Map<String, String> values = new TreeMap<>();
    private final int mostUnits;
    private int stepsLeft = Integer.MAX_VALUE;
    private String lastRead = "";
    private Runnable beforeNextRead = () -> {};

    LimitedItems(int mostUnits) {
        this.mostUnits = mostUnits;
    }

    /** The process dies before the change after so many. */
    void killAfter(int changes) {
        stepsLeft = changes;
    }

    void live() {
        stepsLeft = Integer.MAX_VALUE;
    }

    /** Another process does something between two reads of this one. */
    void beforeReadOf(String account, Runnable what) {
        beforeNextRead = () -> {
            if (lastRead.equals(account)) {
                beforeNextRead = () -> {};
                what.run();
            }
        };
    }

    @Override
    public Optional<byte[]> read(String account, Deadline deadline) {
        lastRead = account;
        beforeNextRead.run();
        return Optional.ofNullable(values.get(account)).map(value -> value.getBytes(UTF_8));
    }

    @Override
    public void write(String account, byte[] utf8, Deadline deadline) {
        step();
        String value = new String(utf8, UTF_8);
        if (value.isEmpty() || value.length() > mostUnits || value.indexOf('\uFFFD') >= 0) {
            throw new IllegalArgumentException("no value for this keychain: " + value.length() + " units");
        }
        values.put(account, value);
    }

    @Override
    public void delete(String account, Deadline deadline) {
        step();
        values.remove(account);
    }

    @Override
    public Optional<Set<String>> accounts(Deadline deadline) {
        return Optional.of(values.keySet());
    }

    private void step() {
        if (stepsLeft-- == 0) {
            throw new Killed();
        }
    }
}
