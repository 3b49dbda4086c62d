package dev.leapp.cli.process;

import dev.leapp.core.Leapp;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.workspace.NewKeySlot;
import dev.leapp.core.workspace.RecoverySource;
import dev.leapp.core.workspace.WorkspaceFile;
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
        FIRST_SAVE("`leapp region set-default`, in a file that only the desktop app has written"),
        SAVE("`leapp region set-default`, in the desktop app's format"),
        UPGRADE("`leapp workspace upgrade`"),
        ADD_KEY("`leapp workspace key add`"),
        ROTATE_KEY("`leapp workspace key rotate`"),
        RECOVER("`leapp workspace recover`");

        private final String heading;

        Command(String heading) {
            this.heading = heading;
        }

        /** Returns the heading of its table. */
        String heading() {
            return heading;
        }

        /** Tells whether the file is the desktop app's before it. */
        boolean beginsInTheDesktopAppsFormat() {
            return this == UPGRADE || endsInTheDesktopAppsFormat();
        }

        /** Tells whether the file is the desktop app's after it. */
        boolean endsInTheDesktopAppsFormat() {
            return this == FIRST_SAVE || this == SAVE;
        }
    }

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
        if (command.beginsInTheDesktopAppsFormat()) {
            desktopAppWrites(home);
        } else {
            home.add("one", "one", CrashScene.KEY_ID, CrashScene.SECRET).ok();
            home.env("LEAPP_WORKSPACE_PASSPHRASE", Home.PASSPHRASE);
        }
        if (command == Command.SAVE) {
            home.leapp("region", "set-default", "eu-west-3").ok();
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
        return command.beginsInTheDesktopAppsFormat() ? DESKTOP_APPS_SESSIONS : List.of("one");
    }

    @Override
    public Home home() {
        return home;
    }

    @Override
    public void begin() {
        home.restore(beginning);
    }

    /** Makes another directory what {@code .Leapp} was before the command. */
    void beginOn(Path directory) {
        Home.copyTree(beginning.resolve(".Leapp"), directory);
    }

    /** Runs the command in this process. */
    void again(Leapp leapp) {
        WorkspaceFile file = leapp.workspaceFile();
        switch (command) {
            case FIRST_SAVE, SAVE -> leapp.workspaces().setDefaultRegion("eu-west-1");
            case UPGRADE -> file.upgrade(NewKeySlot.machine());
            case ADD_KEY -> file.addKeySlot(NewKeySlot.passphrase(Secret.of(Home.PASSPHRASE)));
            case ROTATE_KEY -> file.rotateKey(false);
            case RECOVER -> file.recover(RecoverySource.generation(2));
        }
    }

    @Override
    public String[] arguments() {
        return switch (command) {
            case FIRST_SAVE, SAVE -> new String[] {"region", "set-default", "eu-west-1"};
            case UPGRADE -> new String[] {"workspace", "upgrade", "--force"};
            case ADD_KEY -> new String[] {"workspace", "key", "add", "passphrase"};
            case ROTATE_KEY -> new String[] {"workspace", "key", "rotate", "--force"};
            case RECOVER -> new String[] {"workspace", "recover", "--generation", "2", "--force"};
        };
    }

    @Override
    public String input() {
        return "";
    }
}
