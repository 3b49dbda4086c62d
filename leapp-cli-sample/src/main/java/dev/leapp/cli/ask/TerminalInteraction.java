package dev.leapp.cli.ask;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.port.UserInteraction;
import java.util.function.Consumer;

/** How Leapp asks and tells the person at the terminal; without one, asking fails at once. */
public final class TerminalInteraction implements UserInteraction {

    private static final UserInteraction NOBODY = UserInteraction.nonInteractive();

    private final Asker asker;
    private final Progress progress;
    private final Consumer<String> remarks;

    /**
     * Joins the parts.
     *
     * @param asker asks
     * @param progress tells of progress
     * @param remarks gets what is worth a line
     */
    public TerminalInteraction(Asker asker, Progress progress, Consumer<String> remarks) {
        this.asker = asker;
        this.progress = progress;
        this.remarks = remarks;
    }

    @Override
    public boolean isInteractive() {
        return asker.interactive();
    }

    @Override
    public synchronized String askMfaCode(String sessionName, String device) {
        return asker.interactive()
                ? asker.line("MFA code for session " + sessionName + " (" + device + ")", "")
                : NOBODY.askMfaCode(sessionName, device);
    }

    @Override
    public synchronized Secret askSecret(String question) {
        return asker.interactive() ? asker.secret(question) : NOBODY.askSecret(question);
    }

    @Override
    public void inform(String message) {
        progress.clear();
        remarks.accept(message);
    }

    @Override
    public void progress(String message) {
        progress.show(message);
    }
}
