package dev.leapp.cli.exec;

import dev.leapp.cli.io.CallingProgram;
import java.util.Optional;

/** The real system. */
public final class SystemPrograms implements Programs {

    private final Inherited inherited;

    /**
     * Runs what it is asked to.
     *
     * @param inherited what this process was given by its parent
     */
    public SystemPrograms(Inherited inherited) {
        this.inherited = inherited;
    }

    @Override
    public int become(Program program) {
        Optional<Posix> posix = Posix.load();
        posix.ifPresent(found -> new Replacement(found, inherited).by(program));
        return new ChildProgram(posix, inherited).run(program);
    }

    @Override
    public int run(Program program) {
        return new ChildProgram(Posix.load(), inherited).run(program);
    }

    @Override
    public Heard hear(Program program) {
        return new ChildProgram(Optional.empty(), inherited).hear(program);
    }

    @Override
    public Optional<String> parent() {
        return CallingProgram.command();
    }
}
