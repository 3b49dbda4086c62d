package dev.leapp.cli;

import dev.leapp.cli.exec.Inherited;
import dev.leapp.cli.exec.Programs;
import dev.leapp.cli.exec.SystemPrograms;
import dev.leapp.cli.io.Io;
import dev.leapp.cli.io.SystemIo;
import dev.leapp.cli.io.WatchedStream;
import dev.leapp.cli.run.ExitCode;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** Entry point of the {@code leapp} command: the one place that touches the process it runs in. */
public final class Main {

    private Main() {}

    /**
     * Runs the command and ends the JVM with its exit code.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        QuietLogging.install();
        hideProfilesFromSdk();
        cutOffSilentClients();
        WatchedStream out = new WatchedStream(new FileOutputStream(FileDescriptor.out));
        Io io = SystemIo.of(System.getenv(), home(System.getenv()), out);
        String command = System.getProperty("leapp.command", "leapp");
        Interruption interruption = Interruption.ofThisThread();
        int code = new Cli(io, Clock.systemUTC(), LeappEngine.opener(command), programs()).run(args);
        if (code == 0 && out.failure().isPresent()) {
            io.err()
                    .println("leapp: The output could not be written: "
                            + out.failure().get().getMessage());
            code = ExitCode.NOT_WRITTEN.number();
        }
        interruption.over();
        System.exit(code);
    }

    /** Who connects to an endpoint of ours and says nothing keeps a descriptor of ours; the JDK's server has no limit unless told. */
    private static void cutOffSilentClients() {
        System.setProperty("sun.net.httpserver.maxReqTime", "10");
    }

    /** The home directory as the AWS tools find it: {@code HOME}, else what the JVM knows. */
    private static Path home(Map<String, String> environment) {
        String home = environment.getOrDefault("HOME", "");
        return Path.of(home.isEmpty() ? System.getProperty("user.home") : home);
    }

    /** JNA would run another program to learn where libraries lie; we need none but those that this process has. */
    private static Programs programs() {
        if (System.getProperty("os.name", "").equals("Linux")) {
            System.setProperty("jna.platform.library.path", "");
        }
        return new SystemPrograms(Inherited.of(
                System.getProperty("leapp.inherited.signals"), System.getProperty("leapp.inherited.descriptors")));
    }

    /**
     * AWS's SDK parses the user's files for every client that it builds, also for one that is told everything, and then fails on what
     * the AWS CLI accepts, such as an indented first key. Whatever of the command needs these files names them.
     */
    private static void hideProfilesFromSdk() {
        System.setProperty("aws.sharedCredentialsFile", "");
        System.setProperty("aws.configFile", "");
    }
}
