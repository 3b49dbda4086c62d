package dev.leapp.core.internal.issuance;

import dev.leapp.core.internal.file.FileOperations;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The files that the log lies in: {@code issued.jsonl}, which grows, and older ones, {@code issued.1.jsonl} the youngest of them. What
 * changes them is for the owner of the log's lock.
 *
 * @param mostBytes a file that has so many gets no more lines
 * @param mostOlder how many older ones are kept
 */
record LogFiles(Path directory, FileOperations operations, long mostBytes, int mostOlder) {

    private static final String HEAD = "head";

    Path growing() {
        return directory.resolve("issued.jsonl");
    }

    /** Returns the files that are there, the oldest first. */
    List<Path> oldestFirst() {
        List<Path> files = new ArrayList<>(List.of(growing()));
        for (int number = 1; number <= mostOlder; number++) {
            files.add(older(number));
        }
        files.removeIf(file -> !Files.exists(file));
        Collections.reverse(files);
        return files;
    }

    long bytes() throws IOException {
        long sum = 0;
        for (Path file : oldestFirst()) {
            sum += sizeOf(file);
        }
        return sum;
    }

    /** Looks at the end of the growing file; if that has no whole line, the line is that of the youngest of the older ones. */
    LogTail end() throws IOException {
        LogTail tail = LogTail.of(growing());
        if (tail.whole() > 0) {
            return tail;
        }
        for (int number = 1; number <= mostOlder; number++) {
            if (Files.exists(older(number))) {
                return new LogTail(LogTail.of(older(number)).text(), 0, tail.torn());
            }
        }
        return tail;
    }

    /** Returns the first line of the oldest file but for the one that is given up next; nothing if there is none. */
    byte[] firstLineAfterRotation() throws IOException {
        List<Path> files = oldestFirst();
        int oldest = isFull() ? 1 : 0;
        return files.size() <= oldest ? new byte[0] : firstLine(files.get(oldest));
    }

    byte[] firstLine() throws IOException {
        for (Path file : oldestFirst()) {
            byte[] line = firstLine(file);
            if (line.length > 0) {
                return line;
            }
        }
        return new byte[0];
    }

    boolean isTimeToRotate() throws IOException {
        return Files.exists(growing()) && sizeOf(growing()) >= mostBytes;
    }

    /** Makes room for a new file. After a crash on the way there is a gap among the numbers, and the next time fills it. */
    void rotate() throws IOException {
        int free = 1;
        while (free < mostOlder && Files.exists(older(free))) {
            free++;
        }
        for (int number = free; number > 1; number--) {
            operations.replace(older(number - 1), older(number));
        }
        operations.replace(growing(), older(1));
    }

    /** Puts lines at the end; if that fails, the file is as it was, or at worst ends with a part of a line. */
    void append(byte[] lines) throws IOException {
        operations.createDirectories(directory);
        long before = Files.exists(growing()) ? sizeOf(growing()) : 0;
        try (FileOperations.OutputFile out = operations.append(growing())) {
            ByteBuffer left = ByteBuffer.wrap(lines);
            while (left.hasRemaining()) {
                out.write(left);
            }
            out.force();
        } catch (IOException e) {
            cutBack(before, e);
            throw e;
        }
    }

    /** Cuts off what is after the last whole line of the growing file. */
    void cutOff(LogTail end) throws IOException {
        operations.truncate(growing(), end.whole());
    }

    Path headFile() {
        return directory.resolve(HEAD);
    }

    Optional<byte[]> head() throws IOException {
        try {
            return Optional.of(Files.readAllBytes(headFile()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Replaces the head at once; not forced to the disk, as the lines tell the same. */
    void head(byte[] bytes) throws IOException {
        operations.createDirectories(directory);
        Path next = directory.resolve(HEAD + ".next");
        operations.delete(next);
        try (FileOperations.OutputFile out = operations.create(next)) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                out.write(left);
            }
        }
        operations.replace(next, headFile());
    }

    /** Puts the whole log into a directory beside it, with whatever belongs to it. */
    void putAside(Path key, String name) throws IOException {
        Path aside = directory.resolve(name);
        operations.createDirectories(aside);
        List<Path> all = new ArrayList<>(oldestFirst());
        all.add(headFile());
        all.add(key);
        for (Path file : all) {
            if (Files.exists(file)) {
                operations.replace(file, aside.resolve(file.getFileName()));
            }
        }
    }

    boolean isThere() {
        return !oldestFirst().isEmpty();
    }

    /** Returns what a file holds; nothing if it has just been given another name. */
    static byte[] read(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return new byte[0];
        }
    }

    private boolean isFull() {
        for (int number = 1; number <= mostOlder; number++) {
            if (!Files.exists(older(number))) {
                return false;
            }
        }
        return true;
    }

    private void cutBack(long before, IOException failure) {
        try {
            if (Files.exists(growing())) {
                operations.truncate(growing(), before);
            }
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    private Path older(int number) {
        return directory.resolve("issued." + number + ".jsonl");
    }

    private static byte[] firstLine(Path file) throws IOException {
        byte[] bytes = LogTail.read(file, 0, (int) Math.min(sizeOf(file), LogTail.LONGEST_LINE));
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                return Arrays.copyOf(bytes, i);
            }
        }
        return new byte[0];
    }

    private static long sizeOf(Path file) throws IOException {
        return Files.size(file);
    }
}
