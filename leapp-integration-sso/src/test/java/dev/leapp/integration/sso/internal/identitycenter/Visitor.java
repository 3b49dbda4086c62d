package dev.leapp.integration.sso.internal.identitycenter;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.port.DeviceCode;
import dev.leapp.core.port.UserInteraction;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A user who does what a test says with a page and with a code. */
final class Visitor implements UserInteraction {

    final List<String> told = new CopyOnWriteArrayList<>();
    final List<URI> pages = new CopyOnWriteArrayList<>();
    final List<DeviceCode> codes = new CopyOnWriteArrayList<>();

    private final boolean browser;
    private final Predicate<URI> opening;
    private final Consumer<DeviceCode> typing;

    private Visitor(boolean browser, Predicate<URI> opening, Consumer<DeviceCode> typing) {
        this.browser = browser;
        this.opening = opening;
        this.typing = typing;
    }

    static Visitor withBrowser(Predicate<URI> opening) {
        return new Visitor(true, opening, code -> {});
    }

    static Visitor withBrowser(Predicate<URI> opening, Consumer<DeviceCode> typing) {
        return new Visitor(true, opening, typing);
    }

    static Visitor withPhone(Consumer<DeviceCode> typing) {
        return new Visitor(false, page -> false, typing);
    }

    @Override
    public boolean isInteractive() {
        return true;
    }

    @Override
    public boolean canOpenBrowser() {
        return browser;
    }

    @Override
    public boolean openBrowser(URI page, String purpose) {
        pages.add(page);
        return opening.test(page);
    }

    @Override
    public void showDeviceCode(DeviceCode code) {
        codes.add(code);
        typing.accept(code);
    }

    @Override
    public String askMfaCode(String sessionName, String device) {
        throw new AssertionError("no code is asked for here");
    }

    @Override
    public Secret askSecret(String question) {
        throw new AssertionError("no secret is asked for here");
    }

    @Override
    public void inform(String message) {
        told.add(message);
    }

    @Override
    public void progress(String message) {
        told.add(message);
    }
}
