package dev.leapp.cli.integration;

import dev.leapp.cli.output.Result;
import dev.leapp.cli.output.Times;
import dev.leapp.core.integration.Integration;
import dev.leapp.core.integration.IntegrationView;
import dev.leapp.core.integration.LoginState;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What commands tell about one integration. */
final class IntegrationViews {

    /** What all start URLs have. */
    private static final Pattern COMMON = Pattern.compile("^https://|(/start)?/?$");

    /** What no shell takes for anything else. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./][A-Za-z0-9_@%+=:,./-]*");

    private IntegrationViews() {}

    static Result of(IntegrationView view, Instant now, String sentence) {
        Integration integration = view.integration();
        return new Result(sentence)
                .with("id", integration.id())
                .with("name", integration.alias())
                .with("type", integration.type())
                .with("settings", integration.settings())
                .with("status", LoginStatus.of(view.login(), now))
                .with("loggedInAt", view.login().loggedInAt())
                .with("expiresAt", view.login().expiresAt())
                .with("renewable", view.login().renewable())
                .with("sessions", view.sessions())
                .with("orphaned", view.orphaned());
    }

    /** Returns a command about an integration as it is typed into a shell, for a hint. */
    static String command(String verb, Integration integration, String... flags) {
        String name = integration.alias();
        boolean plain = PLAIN.matcher(name).matches();
        String word = plain ? name : "'" + name.replace("'", "'\\''") + "'";
        String command = Stream.concat(Stream.of("leapp integration " + verb, word), Stream.of(flags))
                .collect(Collectors.joining(" "));
        return plain ? "'" + command + "'" : command;
    }

    /** Where a user logs in, or what for: whatever such integrations have. */
    static Optional<String> portal(Integration integration) {
        return first(integration, "portalUrl", "tenantId");
    }

    static Optional<String> region(Integration integration) {
        return first(integration, "region", "location");
    }

    /** An address as people read it in a narrow place. */
    static String shortened(String address) {
        return COMMON.matcher(address).replaceAll("");
    }

    /** When a login ends, in words; nothing if that is not known. */
    static String ending(LoginState login, Times times) {
        String moment =
                login.expiresAt().map(end -> "; expires " + times.say(end)).orElse("");
        return moment + (login.renewable() ? (moment.isEmpty() ? ";" : ",") + " renews itself" : "");
    }

    private static Optional<String> first(Integration integration, String... settings) {
        return Stream.of(settings)
                .flatMap(name -> Optional.ofNullable(integration.settings().get(name)).stream())
                .findFirst();
    }
}
