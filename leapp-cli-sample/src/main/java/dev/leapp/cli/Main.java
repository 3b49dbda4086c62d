package dev.leapp.cli;

import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry point of the {@code leapp} command. */
@Command(name = "leapp", description = "Prints the version.")
public final class Main implements Runnable {

    private Main() {}

    /**
     * Runs the command and ends the JVM with its exit code.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }

    @Override
    public void run() {
        String version = Main.class.getPackage().getImplementationVersion();
        System.out.println("leapp " + Objects.requireNonNullElse(version, "(development)"));
    }
}
