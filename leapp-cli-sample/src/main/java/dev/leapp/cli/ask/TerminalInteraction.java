package dev.leapp.cli.ask;

import dev.leapp.cli.browser.Browser;
import dev.leapp.cli.io.Io;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.port.DeviceCode;
import dev.leapp.core.port.UserInteraction;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How Leapp asks and tells the person at the terminal; without one, asking fails at once. */
public final class TerminalInteraction implements UserInteraction {

    private static final UserInteraction NOBODY = UserInteraction.nonInteractive();

    private final Asker asker;
    private final Progress progress;
    private final Consumer<String> remarks;
    private final Consumer<String> steps;
    private final Io io;
    private final Clock clock;
    private @Nullable LoginPages pages;
    private volatile boolean silent;

    /**
     * Joins the parts.
     *
     * @param asker asks
     * @param progress is cleared before anything is written
     * @param remarks gets what is worth a line
     * @param steps gets what is being done
     * @param io where all of it happens
     * @param clock tells the time
     */
    public TerminalInteraction(
            Asker asker, Progress progress, Consumer<String> remarks, Consumer<String> steps, Io io, Clock clock) {
        this.asker = asker;
        this.progress = progress;
        this.remarks = remarks;
        this.steps = steps;
        this.io = io;
        this.clock = clock;
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
    public boolean canOpenBrowser() {
        return isInteractive() && pages().canOpen();
    }

    @Override
    public synchronized boolean openBrowser(URI page, String purpose) {
        return isInteractive() && pages().open(page, purpose);
    }

    @Override
    public synchronized void showDeviceCode(DeviceCode code) {
        if (isInteractive()) {
            pages().show(code);
        } else {
            NOBODY.showDeviceCode(code);
        }
    }

    /** Made when somebody logs in, which is seldom. */
    private synchronized LoginPages pages() {
        if (pages == null) {
            pages = new LoginPages(io, asker, clock, new Browser(io), this::inform);
        }
        return pages;
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
