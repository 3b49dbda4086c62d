package dev.leapp.cli.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** A home in which one command changes the workspace file: its format, its key, its state. */
final class CareScene implements Scene {

    /** The commands of these tests. */
    enum Command {
        SAVE("`leapp session add`, in the desktop app's format"),
        UPGRADE("`leapp workspace upgrade`", "workspace", "upgrade", "--force"),
        ADD_KEY("`leapp workspace key add`", "workspace", "key", "add", "passphrase"),
        ROTATE_KEY("`leapp workspace key rotate`", "workspace", "key", "rotate", "--force"),
        RECOVER("`leapp workspace recover`", "workspace", "recover", "--generation", "2", "--force");

        private final String heading;
        private final List<String> arguments;

        Command(String heading, String... arguments) {
            this.heading = heading;
            this.arguments = List.of(arguments);
        }

        /** Returns the heading of its table. */
        String heading() {
            return heading;
        }

        private boolean isInTheDesktopAppsFormat() {
            return this == SAVE || this == UPGRADE;
        }
    }

    static final String ADDED = "added";

    private static final List<String> DESKTOP_APPS_SESSIONS =
            List.of("user-plain", "user-mfa", "federated", "chained", "sso-role", "azure-sub", "localstack");

    private final Home home;
    private final Command command;
    private final Path beginning;
    private final String damaged;

    private CareScene(Home home, Command command) {
        this.home = home;
        this.command = command;
        this.beginning = home.root().resolve("beginning");
        this.damaged = command == Command.RECOVER ? damage() : "";
        home.save(beginning);
    }

    /** Sets the scene for a command, in an empty directory. */
    static CareScene of(Command command, Path root) {
        Home home = Home.in(root);
        if (command.isInTheDesktopAppsFormat()) {
            desktopAppWrites(home);
        } else {
            home.add("one", "one", CrashScene.KEY_ID, CrashScene.SECRET).ok();
            home.env("LEAPP_WORKSPACE_PASSPHRASE", Home.PASSPHRASE);
        }
        if (command == Command.ROTATE_KEY) {
            home.leapp("workspace", "key", "add", "passphrase").ok();
        }
        return new CareScene(home, command);
    }

    private static void desktopAppWrites(Home home) {
        home.env("LEAPP_MACHINE_ID", new String(resource("machine-id"), StandardCharsets.UTF_8).strip());
        try {
            Files.createDirectories(home.leapp());
            Files.write(home.workspace(), resource("Leapp-lock.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String damage() {
        try {
            byte[] whole = Files.readAllBytes(home.workspace());
            Files.write(home.workspace(), Arrays.copyOf(whole, whole.length / 2));
            return Home.files(home.leapp()).get(home.workspace().getFileName().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what the desktop app wrote, as {@link Home#files} gives it. */
    static String desktopAppsFile() {
        return new String(resource("Leapp-lock.json"), StandardCharsets.ISO_8859_1);
    }

    private static byte[] resource(String name) {
        try (InputStream in = CareScene.class.getResourceAsStream("/dev/leapp/cli/leapp-lock/" + name)) {
            return Objects.requireNonNull(in).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Command command() {
        return command;
    }

    /** Returns the damaged file that is to be recovered, as {@link Home#files} gives it. */
    String damaged() {
        return damaged;
    }

    /** Returns the names of the sessions that are there before the command. */
    List<String> sessions() {
        return command.isInTheDesktopAppsFormat() ? DESKTOP_APPS_SESSIONS : List.of("one");
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
        return command.arguments.toArray(String[]::new);
    }

    @Override
    public String input() {
        return "";
    }
}
