package dev.leapp.core.port;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.CredentialException;
import java.net.URI;
import java.util.List;

/**
 * How Leapp asks and tells the user. A command line, a desktop program and a test each bring theirs. Core calls it on the thread of
 * the caller, never under the workspace lock; implementations must be thread-safe.
 *
 * @since 0.1
 */
public interface UserInteraction {

    /**
     * Tells whether somebody is there to answer.
     *
     * @return whether asking makes sense
     */
    boolean isInteractive();

    /**
     * Asks for an MFA code. Blocks until there is an answer.
     *
     * @param sessionName for which session
     * @param device which MFA device: an ARN or a serial number
     * @return the code as typed, without white space at the ends
     * @throws dev.leapp.core.error.LeappException with {@link dev.leapp.core.error.Trouble#LOGIN_NEEDED} if nobody is there, or
     *     with {@link dev.leapp.core.error.Trouble#CANCELLED} if the user cancels
     */
    String askMfaCode(String sessionName, String device);

    /**
     * Asks for a secret, without echo. Blocks until there is an answer.
     *
     * @param question what to ask
     * @return the answer
     * @throws dev.leapp.core.error.LeappException as {@link #askMfaCode}
     */
    Secret askSecret(String question);

    /**
     * Lets the user choose one of several. Blocks until there is an answer.
     *
     * @implSpec Fails as if nobody were there.
     * @param question what to ask, without a colon
     * @param options what there is to choose from, at least one, each once
     * @return one of the options
     * @throws dev.leapp.core.error.LeappException as {@link #askMfaCode}
     */
    default String choose(String question, List<String> options) {
        throw new CredentialException(
                CoreErrorCode.LOGIN_NEEDED,
                "Somebody must choose, and nobody can be asked: " + question + ": " + String.join(", ", options),
                "run the command in a terminal",
                null);
    }

    /**
     * Tells whether a browser can be opened for the user on this machine.
     *
     * @implSpec Says no.
     * @return whether {@link #openBrowser} makes sense
     */
    default boolean canOpenBrowser() {
        return false;
    }

    /**
     * Shows the address of a page, and opens it in the user's browser. Does not wait for the user.
     *
     * @implSpec Shows and opens nothing.
     * @param page where to; whoever has the address can do nothing with it
     * @param purpose what for, in a few words, such as {@code integration 'corp'}
     * @return whether a browser was started
     */
    default boolean openBrowser(URI page, String purpose) {
        return false;
    }

    /**
     * Shows a code that the user types in somewhere, and where; opens a browser there if one can be opened. Does not wait for the user.
     *
     * @implSpec Fails as if nobody were there.
     * @param code the code
     * @throws dev.leapp.core.error.LeappException with {@link dev.leapp.core.error.Trouble#LOGIN_NEEDED} if nobody is there
     */
    default void showDeviceCode(DeviceCode code) {
        throw new CredentialException(
                CoreErrorCode.LOGIN_NEEDED,
                "Somebody must log in for " + code.purpose() + ", and nobody can be asked",
                "run the command in a terminal",
                null);
    }

    /**
     * Tells the user something that matters now, such as which secret store was chosen. Never a secret.
     *
     * @param message one line
     */
    void inform(String message);

    /**
     * Tells the user that something takes a while. Called at the start of each step that may take more than a second.
     *
     * @param message what is being done, one line
     */
    void progress(String message);

    /**
     * Returns an interaction that nobody sits at: asking fails at once with "login needed", telling does nothing.
     *
     * @return an interaction without state
     */
    static UserInteraction nonInteractive() {
        return new NonInteractive();
    }
}
