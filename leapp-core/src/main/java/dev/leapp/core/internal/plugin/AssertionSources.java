package dev.leapp.core.internal.plugin;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.PluginException;
import dev.leapp.core.port.Availability;
import dev.leapp.core.port.Availability.Unavailable;
import dev.leapp.core.session.Session;
import dev.leapp.core.spi.AssertionSource;
import dev.leapp.core.spi.AssertionSourceFactory;
import dev.leapp.core.spi.PluginContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The assertion sources that plug-ins bring. The session says which one, or the environment, or it is the first that can be used here.
 */
public final class AssertionSources {

    /** The setting of a session that names a source. */
    public static final String SETTING = "assertionSource";

    /** The environment variable that names a source for all sessions that don't. */
    public static final String VARIABLE = "LEAPP_ASSERTION_SOURCE";

    private final PluginContext context;
    private final Map<String, Owned<AssertionSourceFactory>> factories = new LinkedHashMap<>();
    private final Map<String, AssertionSource> live = new ConcurrentHashMap<>();

    AssertionSources(PluginContext context) {
        this.context = context;
    }

    /** Gets what plug-ins bring while they are taken in. */
    Map<String, Owned<AssertionSourceFactory>> factories() {
        return factories;
    }

    /** Returns the source for a session, guarded so that whatever goes wrong in it names its plug-in. */
    public AssertionSource of(Session session) {
        return session.setting(SETTING)
                .or(() -> context.environment().get(VARIABLE))
                .map(id -> named(id, session))
                .orElseGet(() -> available(session));
    }

    private AssertionSource named(String id, Session session) {
        return Optional.ofNullable(factories.get(id))
                .map(owned -> create(id, owned))
                .orElseThrow(() -> new PluginException(
                        CoreErrorCode.INVALID_VALUE,
                        "Session '" + session.name() + "' wants its assertion from '" + id
                                + "', which no plug-in here provides",
                        factories.isEmpty()
                                ? "add the artifact dev.leapp:leapp-integration-sso, or another plug-in that brings one"
                                : "choose one of " + String.join(", ", factories.keySet())));
    }

    private AssertionSource available(Session session) {
        List<String> reasons = new ArrayList<>();
        for (Map.Entry<String, Owned<AssertionSourceFactory>> each : factories.entrySet()) {
            Owned<AssertionSourceFactory> owned = each.getValue();
            Availability there =
                    PluginGuard.call(owned.plugin(), () -> owned.factory().availability(context));
            if (there instanceof Unavailable unavailable) {
                reasons.add(each.getKey() + ": " + unavailable.reason());
            } else {
                return create(each.getKey(), owned);
            }
        }
        throw none(session, reasons);
    }

    private static PluginException none(Session session, List<String> reasons) {
        return new PluginException(
                CoreErrorCode.LOGIN_NEEDED,
                "Session '" + session.name() + "' needs an assertion of its identity provider, and there is nothing"
                        + " to get it with",
                reasons.isEmpty()
                        ? "add the artifact dev.leapp:leapp-integration-sso, or another plug-in that brings an"
                                + " assertion source"
                        : String.join("; ", reasons));
    }

    private AssertionSource create(String id, Owned<AssertionSourceFactory> owned) {
        return live.computeIfAbsent(
                id,
                key -> new GuardedAssertionSource(
                        owned.plugin(),
                        PluginGuard.call(owned.plugin(), () -> owned.factory().create(context))));
    }
}
