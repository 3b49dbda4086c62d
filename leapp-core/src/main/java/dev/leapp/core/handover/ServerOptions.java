package dev.leapp.core.handover;

import dev.leapp.core.issuance.Use;
import dev.leapp.core.session.SessionId;
import java.util.List;

/**
 * Which sessions an endpoint serves, and how. Immutable; the methods that begin with {@code with} return a changed copy.
 *
 * @since 0.1
 */
public final class ServerOptions {

    private final List<SessionId> sessions;
    private final int port;
    private final Use use;
    private final ServerListener listener;

    private ServerOptions(List<SessionId> sessions, int port, Use use, ServerListener listener) {
        this.sessions = List.copyOf(sessions);
        this.port = port;
        this.use = use;
        this.listener = listener;
    }

    /**
     * Returns options for sessions, on a port that the system chooses.
     *
     * @param sessions which sessions; they may be of the same cloud, as each has its own address and token
     * @return the options
     */
    public static ServerOptions of(List<SessionId> sessions) {
        return new ServerOptions(sessions, 0, new Use("serve", ""), new ServerListener() {});
    }

    /**
     * Sets the port.
     *
     * @param value a port, 0 to let the system choose one
     * @return changed options
     * @throws IllegalArgumentException if it is below 0 or above 65535
     */
    public ServerOptions withPort(int value) {
        if (value < 0 || value > 65_535) {
            throw new IllegalArgumentException("Not a port: " + value);
        }
        return new ServerOptions(sessions, value, use, listener);
    }

    /**
     * Sets what it is for.
     *
     * @param value what the record of issued credentials says
     * @return changed options
     */
    public ServerOptions withUse(Use value) {
        return new ServerOptions(sessions, port, value, listener);
    }

    /**
     * Sets who is told what happens.
     *
     * @param value the listener
     * @return changed options
     */
    public ServerOptions withListener(ServerListener value) {
        return new ServerOptions(sessions, port, use, value);
    }

    /**
     * Returns which sessions are served.
     *
     * @return their ids
     */
    public List<SessionId> sessions() {
        return sessions;
    }

    /**
     * Returns the port.
     *
     * @return a port, 0 if the system chooses
     */
    public int port() {
        return port;
    }

    /**
     * Returns what it is for.
     *
     * @return what the record of issued credentials says
     */
    public Use use() {
        return use;
    }

    /**
     * Returns who is told what happens.
     *
     * @return the listener
     */
    public ServerListener listener() {
        return listener;
    }
}
