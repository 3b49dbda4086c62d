package dev.leapp.cli.exec;

import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The C library of a POSIX system, as far as running programs needs it. */
final class Posix {

    static final int ENOENT = 2;
    static final int SIGQUIT = 3;

    private static final int SIGNALS = 64;
    private static final int CLOSE_ON_EXEC = 1;
    private static final int SET_DESCRIPTOR_FLAGS = 2;
    private static final Pointer IGNORE = Pointer.createConstant(1);
    /** More than any system's set of signals takes. */
    private static final int SIGNAL_SET_BYTES = 128;

    /** The functions themselves; {@code fcntl} takes a variable number of arguments, which some machines pass in another way. */
    interface Functions extends Library {
        int execvp(byte[] file, Pointer arguments);

        int setenv(byte[] name, byte[] value, int overwrite);

        int unsetenv(byte[] name);

        int fcntl(int descriptor, int command, Object... argument);

        Pointer signal(int number, Pointer action);

        int sigemptyset(Pointer set);

        int sigaddset(Pointer set, int number);

        int sigprocmask(int how, Pointer set, Pointer before);

        int kill(int process, int number);

        String strerror(int error);
    }

    private final Functions functions;

    private Posix(Functions functions) {
        this.functions = functions;
    }

    /** Finds the C library in this process; none where there is another system, or where native code can't be loaded. */
    static Optional<Posix> load() {
        try {
            return Platform.isLinux() || Platform.isMac()
                    ? Optional.of(new Posix(Native.load(null, Functions.class)))
                    : Optional.empty();
        } catch (LinkageError | RuntimeException none) {
            return Optional.empty();
        }
    }

    /**
     * Replaces this process, as {@code execvp} does: the name is looked up on the {@code PATH}.
     *
     * @return why it can't be done
     */
    int execute(byte[] file, List<byte[]> arguments) {
        List<Memory> texts = arguments.stream().map(Posix::text).toList();
        try (Memory array = new Memory((long) Native.POINTER_SIZE * (texts.size() + 1))) {
            for (int i = 0; i < texts.size(); i++) {
                array.setPointer((long) i * Native.POINTER_SIZE, texts.get(i));
            }
            array.setPointer((long) texts.size() * Native.POINTER_SIZE, Pointer.NULL);
            functions.execvp(terminated(file), array);
            return Native.getLastError();
        } finally {
            texts.forEach(Memory::close);
        }
    }

    void setVariable(String name, String value) {
        functions.setenv(terminated(bytes(name)), terminated(bytes(value)), 1);
    }

    void removeVariable(String name) {
        functions.unsetenv(terminated(bytes(name)));
    }

    void closeOnExec(int descriptor) {
        functions.fcntl(descriptor, SET_DESCRIPTOR_FLAGS, CLOSE_ON_EXEC);
    }

    /** Ignores signals from now on, the lowest bit being signal 1. */
    void ignore(long signals) {
        for (int number = 1; number <= SIGNALS; number++) {
            if (has(signals, number)) {
                functions.signal(number, IGNORE);
            }
        }
    }

    /** Blocks these signals for this thread, and no others, the lowest bit being signal 1. */
    void block(long signals) {
        try (Memory set = new Memory(SIGNAL_SET_BYTES)) {
            functions.sigemptyset(set);
            for (int number = 1; number <= SIGNALS; number++) {
                if (has(signals, number)) {
                    functions.sigaddset(set, number);
                }
            }
            functions.sigprocmask(Platform.isMac() ? 3 : 2, set, Pointer.NULL);
        }
    }

    void send(long process, int signal) {
        functions.kill(Math.toIntExact(process), signal);
    }

    String message(int error) {
        return functions.strerror(error);
    }

    /** Returns the signal that tells of a child's end. */
    static int childEnded() {
        return Platform.isMac() ? 20 : 17;
    }

    static long only(int signal) {
        return 1L << (signal - 1);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static boolean has(long signals, int number) {
        return (signals & only(number)) != 0;
    }

    private static Memory text(byte[] bytes) {
        Memory memory = new Memory(bytes.length + 1L);
        memory.write(0, bytes, 0, bytes.length);
        memory.setByte(bytes.length, (byte) 0);
        return memory;
    }

    private static byte[] terminated(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length + 1);
    }
}
