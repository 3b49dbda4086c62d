package dev.leapp.core.internal.secret;

import dev.leapp.core.error.SecretStoreException;
import dev.leapp.core.port.SecretStore;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The store that is chosen now. A change goes to the store that holds while it is made; who looks in vain looks again if the
 * secrets moved meanwhile.
 */
final class CurrentStore {

    private final Pin pin;
    private final OpenStores open;
    private final StoreLock lock;
    private final FirstChoice firstChoice;

    CurrentStore(Pin pin, OpenStores open, StoreLock lock, FirstChoice firstChoice) {
        this.pin = pin;
        this.open = open;
        this.lock = lock;
        this.firstChoice = firstChoice;
    }

    /** Returns the store, empty if no secret was ever written. */
    Optional<SecretStore> now() {
        return pin.now().map(open::of);
    }

    <T> Optional<T> read(Function<SecretStore, Optional<T>> look) {
        Optional<StoreChoice> choice = pin.now();
        while (choice.isPresent()) {
            Optional<T> found = look(choice.get(), look);
            if (found.isPresent() || pin.is(choice.get())) {
                return found;
            }
            choice = pin.now();
        }
        return Optional.empty();
    }

    /** Changes something; chooses a store if none was. */
    void write(Consumer<SecretStore> change) {
        boolean done;
        do {
            done = changed(chosen(), true, change);
        } while (!done);
    }

    /** Removes something; if no store was chosen, there is nothing to remove. */
    void remove(Consumer<SecretStore> change) {
        Optional<StoreChoice> choice = pin.now();
        while (choice.isPresent() && !changed(choice.get(), false, change)) {
            choice = pin.now();
        }
    }

    private synchronized StoreChoice chosen() {
        return pin.now().orElseGet(firstChoice::make);
    }

    private <T> Optional<T> look(StoreChoice choice, Function<SecretStore, Optional<T>> look) {
        try {
            return look.apply(open.of(choice));
        } catch (SecretStoreException e) {
            if (pin.is(choice)) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private boolean changed(StoreChoice choice, boolean create, Consumer<SecretStore> change) {
        return unlocked(choice, create)
                && lock.holding("changing a secret", () -> {
                    boolean still = pin.is(choice);
                    if (still) {
                        change.accept(open.of(choice));
                    }
                    return still;
                });
    }

    private boolean unlocked(StoreChoice choice, boolean create) {
        try {
            open.unlock(choice, create);
            return true;
        } catch (SecretStoreException e) {
            if (pin.is(choice)) {
                throw e;
            }
            return false;
        }
    }
}
