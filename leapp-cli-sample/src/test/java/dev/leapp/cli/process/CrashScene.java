package dev.leapp.cli.process;

import dev.leapp.testkit.cloud.LocalSts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A home in which one command changes what a session is, or what is published for it. */
final class CrashScene implements Scene {

    static final String KEY_ID = "AKIAIOSFODNN7EXAMPLE";
    static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

    /** The session that the command is about, and one that stands beside it. */
    static final String SESSION = "ops";

    static final String BYSTANDER = "bystander";

    /** The commands of these tests. */
    static final List<String> COMMANDS = List.of("add", "start", "rotate", "stop");

    private static final String CREDENTIALS = "# mine\r\n[mine]\r\naws_access_key_id = AKIAMINEMINEMINEMINE";
    private static final String CONFIG = "[profile mine]\nregion = eu-central-1\n";

    private final Home home;
    private final String command;
    private final Path beginning;

    private CrashScene(Home home, String command) {
        this.home = home;
        this.command = command;
        this.beginning = home.root().resolve("beginning");
    }

    /** Sets the scene for a command. */
    static CrashScene of(String command, Path root, LocalSts sts) {
        Home home = Home.in(root).endpoint(sts.endpoint().toString());
        home.write(home.credentials(), CREDENTIALS);
        home.write(home.config(), CONFIG);
        // A key file opens the store at once; a passphrase takes its time on purpose.
        home.leapp("secret-store", "use", "file", "--key-file", keyFile(home).toString())
                .ok();
        home.add(BYSTANDER, BYSTANDER, KEY_ID, SECRET).ok();
        if (command.equals("start")) {
            home.leapp("log", "off").ok(); // makes the log
            home.leapp("log", "on").ok();
        }
        if (!command.equals("add")) {
            home.add(SESSION, SESSION, KEY_ID, SECRET).ok();
        }
        if (!command.equals("add") && !command.equals("start")) {
            home.leapp("session", "start", SESSION).ok();
        }
        CrashScene scene = new CrashScene(home, command);
        home.save(scene.beginning);
        return scene;
    }

    private static Path keyFile(Home home) {
        Path file = home.root().resolve("key");
        byte[] key = new byte[64];
        new Random(1).nextBytes(key);
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            return Files.write(file, key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Home home() {
        return home;
    }

    @Override
    public void begin() {
        home.restore(beginning);
    }

    @Override
    public String[] arguments() {
        return command.equals("add") ? addition(SESSION) : new String[] {"session", command, SESSION};
    }

    private static String[] addition(String name) {
        List<String> arguments = new ArrayList<>(List.of("session", "add", "--type", "aws-iam-user", "--name", name));
        arguments.addAll(List.of("--region", "eu-west-1", "--profile", name, "--access-key-id", KEY_ID));
        arguments.add("--secret-access-key-stdin");
        return arguments.toArray(String[]::new);
    }

    @Override
    public String input() {
        return command.equals("add") ? SECRET + "\n" : "";
    }

    /** What the user's files are when nothing is published. */
    static Map<String, String> userFiles() {
        return Map.of("credentials", CREDENTIALS, "config", CONFIG);
    }
}
