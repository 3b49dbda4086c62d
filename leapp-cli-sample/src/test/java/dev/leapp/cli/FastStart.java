package dev.leapp.cli;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Lets the processes of these tests start as fast as the launcher's: their classes come from jars, and from an archive that is made once
 * for this JVM. The archive is ignored where it does not fit, and all is as before.
 */
public final class FastStart {

    /** What {@code bin/leapp} starts the JVM with, and what its jar says in the manifest. */
    public static final List<String> FLAGS = List.of(
            "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "--enable-native-access=ALL-UNNAMED");

    private static final int PATIENCE_SECONDS = 120;

    private final String classPath;
    private final Path archive;

    private FastStart(String classPath, Path archive) {
        this.classPath = classPath;
        this.archive = archive;
    }

    /** Returns what all processes share. */
    public static FastStart ready() {
        return Once.READY;
    }

    /** Returns the class path, the same as that of this JVM. */
    public String classPath() {
        return classPath;
    }

    /** Returns the flags that a JVM needs to use the archive. */
    public List<String> flags() {
        List<String> flags = new ArrayList<>(FLAGS);
        flags.add("-XX:SharedArchiveFile=" + archive);
        flags.add("-Xlog:disable");
        return flags;
    }

    private static final class Once {
        static final FastStart READY = make();
    }

    private static FastStart make() {
        try {
            Path directory = Files.createTempDirectory("leapp-fast-start-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(directory), "leapp-fast-start"));
            FastStart ready = new FastStart(jars(directory), directory.resolve("leapp.jsa"));
            ready.archive(directory);
            return ready;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** Surefire may put the class path into the manifest of a jar, and the real one into a property. */
    private static String jars(Path directory) throws IOException {
        String given = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> jars = new ArrayList<>();
        for (String entry : Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(given)
                .toList()) {
            Path path = Path.of(entry);
            if (Files.isDirectory(path)) {
                jars.add(jar(path, directory.resolve(jars.size() + ".jar")).toString());
            } else if (Files.exists(path)) {
                jars.add(entry);
            }
        }
        return String.join(File.pathSeparator, jars);
    }

    private static Path jar(Path classes, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> paths = Files.walk(classes)) {
            out.setLevel(1);
            for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(
                        new JarEntry(classes.relativize(path).toString().replace(File.separatorChar, '/')));
                Files.copy(path, out);
            }
        }
        return jar;
    }

    /** The tour loads most of what the commands do. */
    private void archive(Path directory) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(List.of("-XX:ArchiveClassesAtExit=" + archive, "-Djava.io.tmpdir=" + directory));
        command.addAll(List.of("-cp", classPath, "dev.leapp.cli.Main", "tour"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("HOME", directory.toString());
        Process process = builder.start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
