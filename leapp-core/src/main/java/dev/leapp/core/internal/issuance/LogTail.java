package dev.leapp.core.internal.issuance;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The end of a file of lines.
 *
 * @param text the last whole line, without its end, a character for each byte; empty if there is none
 * @param whole how many bytes the file has up to its last whole line
 * @param torn how many there are after it
 */
record LogTail(String text, long whole, long torn) {

    /** No line is longer. */
    static final int LONGEST_LINE = 16 * 1024;

    byte[] line() {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Looks at the end of a file; one that is not there ends before its first line. */
    static LogTail of(Path file) throws IOException {
        if (!Files.exists(file)) {
            return new LogTail("", 0, 0);
        }
        long size = Files.size(file);
        long whole = wholeLines(file, size);
        return new LogTail(whole == 0 ? "" : lineBefore(file, whole - 1), whole, size - whole);
    }

    /** What is after the last whole line may be longer than any line. */
    private static long wholeLines(Path file, long size) throws IOException {
        for (long end = size; end > 0; end = Math.max(0, end - LONGEST_LINE)) {
            byte[] bytes = before(file, end);
            int newline = lastNewline(bytes);
            if (newline >= 0) {
                return end - bytes.length + newline + 1;
            }
        }
        return 0;
    }

    private static String lineBefore(Path file, long end) throws IOException {
        byte[] bytes = before(file, end);
        int start = lastNewline(bytes) + 1;
        return new String(bytes, start, bytes.length - start, StandardCharsets.ISO_8859_1);
    }

    private static byte[] before(Path file, long end) throws IOException {
        long from = Math.max(0, end - LONGEST_LINE);
        return read(file, from, (int) (end - from));
    }

    static byte[] read(Path file, long from, int count) throws IOException {
        byte[] bytes = new byte[count];
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            in.seek(from);
            in.readFully(bytes);
        }
        return bytes;
    }

    private static int lastNewline(byte[] bytes) {
        int i = bytes.length - 1;
        while (i >= 0 && bytes[i] != '\n') {
            i--;
        }
        return i;
    }
}
