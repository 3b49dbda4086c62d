package dev.leapp.cli.pick;

import dev.leapp.cli.io.Keyboard.Keys;
import dev.leapp.cli.io.Keyboard.Size;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/**
 * Lets somebody at a terminal choose one of many. What was drawn is gone afterwards, however it ends.
 *
 * @param <T> what they are
 */
public final class Picker<T> {

    private final PickList<T> list;
    private final PickScreen<T> screen;
    private final Keys keys;
    private final PrintStream err;
    private final KeyParser parser = new KeyParser();

    /**
     * Prepares a choice.
     *
     * @param question what is asked, without a colon
     * @param choices the things, the likeliest first
     * @param keys what is pressed; stays open
     * @param err where to draw
     * @param colours whether the terminal has them
     * @param unicode whether it can show more than ASCII
     */
    public Picker(
            String question, List<Choice<T>> choices, Keys keys, PrintStream err, boolean colours, boolean unicode) {
        this.list = new PickList<>(choices);
        this.screen = new PickScreen<>(question, colours, unicode);
        this.keys = keys;
        this.err = err;
    }

    /**
     * Waits until one is chosen.
     *
     * @return the chosen one
     * @throws LeappException if the user leaves, or the process is told to end
     */
    public T pick() {
        Optional<Choice<T>> chosen = Optional.empty();
        try {
            chosen = Optional.of(chosen());
            return chosen.get().value();
        } finally {
            err.print(screen.erase());
            chosen.map(screen::answered).ifPresent(err::println);
            err.flush();
        }
    }

    private Choice<T> chosen() {
        Size drawn = draw();
        while (true) {
            Optional<Key> key = next();
            if (key.isPresent() && key.get() == Key.Control.CANCEL) {
                throw cancelled();
            }
            if (key.isPresent() && key.get() == Key.Control.ENTER && list.size() > 0) {
                return list.choice(list.marked());
            }
            key.ifPresent(list::press);
            if (key.isPresent() || !keys.size().equals(drawn)) {
                drawn = draw();
            }
        }
    }

    private Optional<Key> next() {
        int octet = keys.read();
        if (Thread.currentThread().isInterrupted() || octet == Keys.END) {
            throw cancelled();
        }
        return octet == Keys.NOTHING ? parser.pause() : parser.next(octet);
    }

    private Size draw() {
        Size size = keys.size();
        err.print(screen.draw(list, size));
        err.flush();
        return size;
    }

    private static LeappException cancelled() {
        return new LeappException(CoreErrorCode.CANCELLED, "Cancelled", null);
    }
}
