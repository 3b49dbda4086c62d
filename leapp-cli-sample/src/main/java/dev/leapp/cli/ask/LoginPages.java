package dev.leapp.cli.ask;

import dev.leapp.cli.browser.Browser;
import dev.leapp.cli.io.Io;
import dev.leapp.cli.output.Times;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.port.DeviceCode;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;

/** Shows a person at the terminal where to log in, and leads their browser there. */
final class LoginPages {

    /** What stands below a QR code, with room for the command line above it. */
    private static final int OTHER_LINES = 9;

    private static final String WHITE_ON_BLACK = "\033[97;40m";
    private static final String PLAIN = "\033[0m";

    private final Io io;
    private final Asker asker;
    private final Clock clock;
    private final Browser browser;
    private final Consumer<String> remarks;

    LoginPages(Io io, Asker asker, Clock clock, Browser browser, Consumer<String> remarks) {
        this.io = io;
        this.asker = asker;
        this.clock = clock;
        this.browser = browser;
        this.remarks = remarks;
    }

    boolean canOpen() {
        return browser.canOpen();
    }

    /** The address is always told: which browser opens, and whether one does, is never certain. */
    boolean open(URI page, String purpose) {
        asker.say("Log in for " + purpose + " in your browser. If none opens, open this address:");
        asker.say("  " + page);
        return lead(page, purpose);
    }

    void show(DeviceCode code) {
        URI page = code.pageWithCode().orElse(code.page());
        drawn(page.toString()).forEach(io.err()::println);
        asker.say("Log in for " + code.purpose() + " on any device: open");
        asker.say("  " + code.page());
        asker.say("and type in the code");
        asker.say("  " + code.userCode());
        code.pageWithCode().ifPresent(filledIn -> {
            asker.say("or open this, and look whether it shows the same code:");
            asker.say("  " + filledIn);
        });
        asker.say("The code is good for " + new Times(clock.instant(), true).left(code.expiresAt())
                + ". Type it in only if you began this yourself.");
        if (canOpen()) {
            lead(page, code.purpose());
        }
    }

    private boolean lead(URI page, String purpose) {
        return browser.openSoon(Secret.of(page.toString()), purpose, remarks);
    }

    /** The code's picture, if the terminal has room for it and can show it. */
    private List<String> drawn(String address) {
        if (!io.tty().err() || !io.charset().newEncoder().canEncode('▀')) {
            return List.of();
        }
        QrCode code = QrCode.of(address);
        boolean fits = code.width() < io.width().getAsInt()
                && code.height() + OTHER_LINES <= io.height().getAsInt();
        if (!fits) {
            return List.of();
        }
        boolean colours = io.coloursOnErr();
        return code.lines().stream()
                .map(line -> colours ? WHITE_ON_BLACK + line + PLAIN : line)
                .toList();
    }
}
