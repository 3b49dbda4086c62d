package dev.leapp.cli.ask;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.port.UserInteraction;
import java.util.List;
import java.util.function.Consumer;

/** How Leapp asks and tells the person at the terminal; without one, asking fails at once. */
public final class TerminalInteraction implements UserInteraction {

    private static final UserInteraction NOBODY = UserInteraction.nonInteractive();

    private final Asker asker;
    private final Progress progress;
    private final Consumer<String> remarks;
    private final Consumer<String> steps;
    private volatile boolean silent;

    /**
     * Joins the parts.
     *
     * @param asker asks
     * @param progress is cleared before anything is written
     * @param remarks gets what is worth a line
     * @param steps gets what is being done
     */
    public TerminalInteraction(Asker asker, Progress progress, Consumer<String> remarks, Consumer<String> steps) {
        this.asker = asker;
        this.progress = progress;
        this.remarks = remarks;
        this.steps = steps;
    }

    /** From now on nobody is asked, as without a terminal, and nothing is told: another program has it. */
    public void fallSilent() {
        silent = true;
    }

    @Override
    public boolean isInteractive() {
        return asker.interactive() && !silent;
    }

    @Override
    public synchronized String askMfaCode(String sessionName, String device) {
        return isInteractive()
                ? asker.line("MFA code for session " + sessionName + " (" + device + ")", "")
                : NOBODY.askMfaCode(sessionName, device);
    }

    @Override
    public synchronized Secret askSecret(String question) {
        return isInteractive() ? asker.secret(question) : NOBODY.askSecret(question);
    }

    @Override
    public synchronized String choose(String question, List<String> options) {
        return isInteractive() ? asker.choose(question, options, option -> option) : NOBODY.choose(question, options);
    }

    @Override
    public void inform(String message) {
        if (!silent) {
            progress.clear();
            remarks.accept(message);
        }
    }

    @Override
    public void progress(String message) {
        if (!silent) {
            steps.accept(message);
        }
    }
}
