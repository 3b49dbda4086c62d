package dev.leapp.core.internal.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Real file operations, of which the n-th goes wrong. */
public final class FaultyFileOperations implements FileOperations {

    /** How it goes wrong. */
    public enum Fault {
        /** The operation fails and does nothing. */
        REFUSED,
        /** A write does half of its work, then the disk is full; other operations fail. */
        DISK_FULL,
        /** The process dies before the operation: nothing happens any more, not even tidying up. */
        CRASH_BEFORE,
        /** The process dies right after the operation, of a write after half of the bytes. */
        CRASH_AFTER
    }

    /** Stands for the death of the process. */
    public static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final FileOperations real = FileOperations.ofTheSystem();
    private final List<String> log = new ArrayList<>();
    private final int faultAt;
    private final Fault fault;
    private boolean dead;

    /** The operation with that index, from zero, goes wrong; none, if it is negative. */
    public FaultyFileOperations(int faultAt, Fault fault) {
        this.faultAt = faultAt;
        this.fault = fault;
    }

    /** Returns what was asked for so far, the failing one included. */
    public List<String> log() {
        return log;
    }

    @Override
    public OutputFile create(Path file) throws IOException {
        return perform("create", () -> new FaultyFile(real.create(file)));
    }

    @Override
    public OutputFile append(Path file) throws IOException {
        return perform("append", () -> new FaultyFile(real.append(file)));
    }

    @Override
    public void truncate(Path file, long size) throws IOException {
        perform("truncate", () -> real.truncate(file, size));
    }

    @Override
    public void replace(Path source, Path target) throws IOException {
        perform("replace", () -> real.replace(source, target));
    }

    @Override
    public void forceDirectory(Path directory) throws IOException {
        perform("forceDirectory", () -> real.forceDirectory(directory));
    }

    @Override
    public void createDirectories(Path directory) throws IOException {
        perform("createDirectories", () -> real.createDirectories(directory));
    }

    @Override
    public void delete(Path file) throws IOException {
        perform("delete", () -> real.delete(file));
    }

    @Override
    public List<Path> list(Path directory) throws IOException {
        return perform("list", () -> real.list(directory));
    }

    private interface Value<R> {
        R get() throws IOException;
    }

    private interface Effect {
        void run() throws IOException;
    }

    private void perform(String name, Effect effect) throws IOException {
        perform(name, () -> {
            effect.run();
            return name;
        });
    }

    private <R> R perform(String name, Value<R> value) throws IOException {
        if (dead) {
            throw new Crash();
        }
        boolean faulty = log.size() == faultAt;
        log.add(name);
        if (!faulty) {
            return value.get();
        }
        switch (fault) {
            case REFUSED -> throw new IOException("refused: " + name);
            case DISK_FULL -> throw diskFull();
            case CRASH_BEFORE -> throw die();
            case CRASH_AFTER -> {
                value.get();
                throw die();
            }
        }
        throw new AssertionError(fault);
    }

    private Crash die() {
        dead = true;
        return new Crash();
    }

    private static IOException diskFull() {
        return new FileSystemException("a file", null, "No space left on device");
    }

    private final class FaultyFile implements OutputFile {

        private final OutputFile file;

        FaultyFile(OutputFile file) {
            this.file = file;
        }

        @Override
        public void write(ByteBuffer bytes) throws IOException {
            boolean half = log.size() == faultAt && (fault == Fault.DISK_FULL || fault == Fault.CRASH_AFTER);
            if (half && !dead) {
                ByteBuffer first = bytes.slice(bytes.position(), bytes.remaining() / 2);
                file.write(first);
            }
            perform("write", () -> {
                if (!half) {
                    file.write(bytes);
                }
            });
        }

        @Override
        public void force() throws IOException {
            perform("force", file::force);
        }

        @Override
        public void close() throws IOException {
            file.close();
            if (!dead) {
                perform("close", () -> {});
            }
        }
    }
}
