package dev.leapp.cli.exec;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;

/**
 * Passes the signals that reach this process on to a program, so that they are the program's to handle and end this process no more.
 * What is pressed at the terminal has reached the program already.
 */
final class SignalForwarding implements AutoCloseable {

    private static final String INTERRUPT = "INT";

    private final Optional<Posix> posix;
    private final Map<String, @Nullable Object> before = new LinkedHashMap<>();
    private final Queue<String> early = new ArrayDeque<>();
    private @Nullable Process process;

    private SignalForwarding(Optional<Posix> posix) {
        this.posix = posix;
    }

    /** From now on no signal is lost; those that come before there is a program wait for it. */
    static SignalForwarding begin(Optional<Posix> posix) {
        SignalForwarding forwarding = new SignalForwarding(posix);
        SignalNumbers.forwarded()
                .forEach(name -> forwarding.before.put(name, Signals.register(name, () -> forwarding.came(name))));
        return forwarding;
    }

    synchronized void to(Process program) {
        process = program;
        early.forEach(name -> send(program, name));
        early.clear();
    }

    private synchronized void came(String name) {
        if (name.equals(INTERRUPT) && ProcessStatus.now().isInForeground()) {
            return;
        }
        if (process == null) {
            early.add(name);
        } else {
            send(process, name);
        }
    }

    private void send(Process program, String name) {
        if (posix.isPresent()) {
            if (program.isAlive()) {
                posix.get().send(program.pid(), SignalNumbers.of(name));
            }
        } else {
            program.destroy();
        }
    }

    @Override
    public void close() {
        before.forEach(Signals::unregister);
    }
}
