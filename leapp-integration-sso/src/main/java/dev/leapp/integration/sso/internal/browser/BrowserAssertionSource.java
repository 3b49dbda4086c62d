package dev.leapp.integration.sso.internal.browser;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.spi.AssertionRequest;
import dev.leapp.core.spi.AssertionSource;
import dev.leapp.core.spi.PluginContext;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Asks the identity provider without a window first: while its session is valid, that is all it takes. If it wants a login, a window
 * opens on the same profile.
 */
final class BrowserAssertionSource implements AssertionSource {

    /** How long a provider may take to answer or to show something to fill in. */
    private static final Duration UNSEEN = Duration.ofSeconds(15);

    private final PluginContext plugin;

    BrowserAssertionSource(PluginContext plugin) {
        this.plugin = plugin;
    }

    @Override
    public Secret assertion(AssertionRequest request) {
        BrowserTroubles troubles = new BrowserTroubles(request);
        BrowserCommand command = BrowserProgram.find(plugin.environment())
                .filter(found -> BrowserProgram.canBeDriven())
                .map(program -> new BrowserCommand(program, plugin.environment()))
                .orElseThrow(troubles::noBrowser);
        if (!command.isSandboxed()) {
            request.interaction().inform("The browser runs without its sandbox: " + BrowserCommand.SANDBOX + " is off");
        }
        try (BrowserProfile profile = BrowserProfile.open(plugin, request.idpUrl(), request.deadline())
                .orElseThrow(troubles::busy)) {
            return login(request, command, profile, troubles);
        } catch (IOException e) {
            throw troubles.notStarted(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw troubles.cancelled();
        }
    }

    private Secret login(
            AssertionRequest request, BrowserCommand command, BrowserProfile profile, BrowserTroubles troubles)
            throws IOException, InterruptedException {
        request.interaction().progress("Asking the identity provider " + troubles.host());
        Visit visit = new Visit(request, command, profile, plugin.clock());
        Optional<Secret> unseen = visit.unseen(UNSEEN);
        if (unseen.isPresent()) {
            return unseen.get();
        }
        if (!request.interaction().isInteractive()) {
            throw troubles.loginNeeded();
        }
        if (!command.hasDisplay()) {
            throw troubles.noDisplay();
        }
        request.interaction().inform("Log in at " + troubles.host() + " in the window that opens");
        return visit.window();
    }
}
