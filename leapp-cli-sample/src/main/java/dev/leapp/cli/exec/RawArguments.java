package dev.leapp.cli.exec;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The arguments as this process got them: the JVM has decoded them, perhaps with loss. */
final class RawArguments {

    private RawArguments() {}

    /**
     * Returns the bytes of the last arguments of this process.
     *
     * @param words what they were decoded to
     */
    static List<byte[]> of(List<String> words) {
        return of(words, commandLine());
    }

    /** Where the command line is not what was expected, the words are encoded. */
    static List<byte[]> of(List<String> words, byte[] commandLine) {
        List<byte[]> all = split(commandLine);
        List<byte[]> last = all.subList(Math.max(0, all.size() - words.size()), all.size());
        return fit(words, last)
                ? List.copyOf(last)
                : words.stream().map(Posix::bytes).toList();
    }

    private static boolean fit(List<String> words, List<byte[]> raw) {
        if (words.size() != raw.size()) {
            return false;
        }
        for (int i = 0; i < words.size(); i++) {
            if (isAscii(words.get(i)) && !words.get(i).equals(new String(raw.get(i), StandardCharsets.ISO_8859_1))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAscii(String word) {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(word) && !word.contains("?");
    }

    /** Each of them ends with a zero byte. */
    private static List<byte[]> split(byte[] commandLine) {
        List<byte[]> words = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < commandLine.length; i++) {
            if (commandLine[i] == 0) {
                words.add(Arrays.copyOfRange(commandLine, start, i));
                start = i + 1;
            }
        }
        return words;
    }

    private static byte[] commandLine() {
        try {
            return Files.readAllBytes(Path.of("/proc/self/cmdline"));
        } catch (IOException notLinux) {
            return new byte[0];
        }
    }
}
