package dev.leapp.cli.exec;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.handover.ProgramEnvironment;
import java.util.List;
import java.util.Map;

/** A process that runs a program in one of the ways, as {@code leapp} does when everything is computed. */
public final class RunAway {

    private RunAway() {}

    /**
     * Runs it.
     *
     * @param args {@code become} or {@code run}, and the program
     */
    public static void main(String[] args) {
        ProgramEnvironment environment = new ProgramEnvironment(
                Map.of("GIVEN_KEY", Secret.of("of the session")), name -> name.startsWith("GIVEN_"));
        Program program = Program.of(List.of(args).subList(1, args.length), environment);
        Programs programs = new SystemPrograms(Inherited.of(
                System.getProperty("leapp.inherited.signals"), System.getProperty("leapp.inherited.descriptors")));
        try {
            System.exit(args[0].equals("become") ? programs.become(program) : programs.run(program));
        } catch (ProgramException refused) {
            System.err.println(refused.code().id() + ": " + refused.getMessage());
            System.exit(refused.code() == ProgramException.Code.PROGRAM_NOT_FOUND ? 127 : 126);
        }
    }
}
