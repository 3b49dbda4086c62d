package dev.leapp.cli.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A throw-away home directory, and {@code leapp} processes that know of nothing else. */
final class Home {

    static final String MACHINE_ID = "0123456789abcdef0123456789abcdef";
    static final String PASSPHRASE = "a passphrase for tests only";

    private final Path root;
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final List<String> properties = new ArrayList<>();

    private Home(Path root) {
        this.root = root;
    }

    /** Makes an empty home under a directory. */
    static Home in(Path root) {
        Home home = new Home(root);
        List.of(home.user(), home.aws(), home.streams(), home.temporary()).forEach(Home::makeDirectory);
        home.environment.put("PATH", Programs.path());
        home.environment.put("HOME", home.unused().toString());
        home.environment.put("LEAPP_MACHINE_ID", MACHINE_ID);
        home.environment.put("LEAPP_PASSPHRASE", PASSPHRASE);
        home.environment.put("AWS_SHARED_CREDENTIALS_FILE", home.credentials().toString());
        home.environment.put("AWS_CONFIG_FILE", home.config().toString());
        home.environment.put("AWS_EC2_METADATA_DISABLED", "true");
        return home;
    }

    private static void makeDirectory(Path directory) {
        try {
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies everything below the user's home directory to an empty place. */
    void save(Path place) {
        delete(place);
        makeDirectory(place);
        copyTree(user(), place);
    }

    /** Makes the user's home directory what it was when it was saved there. */
    void restore(Path place) {
        delete(user());
        makeDirectory(user());
        copyTree(place, user());
    }

    static void copyTree(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path each : files.skip(1).toList()) {
                Files.copy(
                        each,
                        to.resolve(from.relativize(each).toString()),
                        StandardCopyOption.COPY_ATTRIBUTES,
                        LinkOption.NOFOLLOW_LINKS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sets an environment variable for all processes from now on. */
    Home env(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Takes an environment variable away. */
    Home without(String name) {
        environment.remove(name);
        return this;
    }

    /** Sets where all of AWS is. */
    Home endpoint(String url) {
        return env("AWS_ENDPOINT_URL", url);
    }

    /** Sets a system property for all JVMs from now on. */
    Home property(String name, String value) {
        properties.add("-D" + name + "=" + value);
        return this;
    }

    Map<String, String> environment() {
        return environment;
    }

    /** What {@code --home} names. */
    Path user() {
        return root.resolve("user");
    }

    /** What the JVM and the environment name as the home directory: nothing may ever be there. */
    Path unused() {
        return root.resolve("unused");
    }

    Path leapp() {
        return environment.containsKey("LEAPP_HOME")
                ? Path.of(environment.get("LEAPP_HOME"))
                : user().resolve(".Leapp");
    }

    Path workspace() {
        return leapp().resolve("Leapp-lock.json");
    }

    private Path aws() {
        return user().resolve(".aws");
    }

    Path credentials() {
        return aws().resolve("credentials");
    }

    Path config() {
        return aws().resolve("config");
    }

    Path streams() {
        return root.resolve("streams");
    }

    Path temporary() {
        return root.resolve("tmp");
    }

    Path root() {
        return root;
    }

    /** Returns the whole command line of {@code leapp} in this home; what follows {@code --} stays at the end. */
    List<String> command(String... args) {
        List<String> command = new ArrayList<>(Programs.leapp(unused(), temporary(), properties));
        List<String> words = List.of(args);
        int end = words.contains("--") ? words.indexOf("--") : words.size();
        command.addAll(words.subList(0, end));
        command.addAll(List.of("--home", user().toString()));
        command.addAll(words.subList(end, words.size()));
        return command;
    }

    Finished leapp(String... args) {
        return start(args).await();
    }

    Child start(String... args) {
        return startWith("", args);
    }

    Child startWith(String input, String... args) {
        return Child.start(command(args), environment, streams(), input);
    }

    /** Adds a session for a long-term key; the command's outcome is for the caller to judge. */
    Finished add(String name, String profile, String accessKeyId, String secretAccessKey, String... more) {
        List<String> args = new ArrayList<>(List.of("session", "add", "--type", "aws-iam-user", "--name", name));
        args.addAll(List.of("--region", "eu-west-1", "--profile", profile, "--access-key-id", accessKeyId));
        args.add("--secret-access-key-stdin");
        args.addAll(List.of(more));
        return startWith(secretAccessKey + "\n", args.toArray(String[]::new)).await();
    }

    /** Writes a file of the user's. */
    void write(Path file, String text) {
        try {
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a program of a few lines of shell. */
    void program(Path file, String lines) {
        makeDirectory(file.getParent());
        write(file, "#!/bin/sh\n" + lines + "\n");
        if (!file.toFile().setExecutable(true)) {
            throw new IllegalStateException("Not executable: " + file);
        }
    }

    static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns all files below a directory, by their relative path, with their bytes as text of one character each. */
    static Map<String, String> files(Path directory) {
        Map<String, String> found = new TreeMap<>();
        try {
            Files.walkFileTree(directory, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                    found.put(directory.relativize(file).toString(), bytes);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** Returns all files of the user's AWS tools. */
    Map<String, String> awsFiles() {
        return files(aws());
    }
}
