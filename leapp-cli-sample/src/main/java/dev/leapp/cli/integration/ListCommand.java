package dev.leapp.cli.integration;

import dev.leapp.cli.output.Column;
import dev.leapp.cli.output.Column.Shown;
import dev.leapp.cli.output.Style;
import dev.leapp.cli.output.TableOptions;
import dev.leapp.cli.output.Times;
import dev.leapp.cli.run.Context;
import dev.leapp.core.integration.IntegrationView;
import dev.leapp.core.integration.LoginState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code leapp integration list}. */
@Command(
        name = "list",
        description = {
            "Show the integrations, and who is logged in.",
            "online: credentials can be got without asking you; expired: you must log in again; offline: nobody is"
                    + " logged in. Orphaned are sessions that are gone upstream."
        },
        footer = {"", "Examples:", "  leapp integration list", "  leapp integration list --output json"})
final class ListCommand implements Runnable {

    private final Context context;

    @Mixin
    TableOptions options;

    ListCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        context.out()
                .list(
                        context.engine().integrations().list(),
                        columns(context.times(), context.clock().instant()),
                        options,
                        "there are no integrations; 'leapp integration create' makes one");
    }

    private static List<Column<IntegrationView>> columns(Times times, Instant now) {
        return List.of(
                Column.<IntegrationView>of(
                                "id", "ID", view -> view.integration().id())
                        .whenExtended(),
                Column.<IntegrationView>of(
                                "name", "Name", view -> view.integration().alias())
                        .showing(view -> plain(view.integration().alias())),
                Column.of("type", "Type", view -> view.integration().type()),
                Column.<IntegrationView>of(
                                "portal",
                                "Portal URL/Tenant",
                                view -> IntegrationViews.portal(view.integration())
                                        .orElse(null))
                        .showing(view -> plain(IntegrationViews.portal(view.integration())
                                .map(IntegrationViews::shortened)
                                .orElse("-")))
                        .narrowly("Portal"),
                Column.<IntegrationView>of(
                                "region",
                                "Region/Location",
                                view -> IntegrationViews.region(view.integration())
                                        .orElse(null))
                        .narrowly("Region"),
                Column.<IntegrationView>of("status", "Status", view -> LoginStatus.of(view.login(), now))
                        .showing(view -> status(view.login(), now)),
                Column.<IntegrationView>of(
                                "expiresAt",
                                "Expires",
                                view -> view.login().expiresAt().orElse(null))
                        .showing(view -> plain(expires(view.login(), times, now))),
                Column.of("sessions", "Sessions", IntegrationView::sessions),
                Column.of("orphaned", "Orphaned", IntegrationView::orphaned).whenExtended(),
                Column.<IntegrationView>of(
                                "loggedInAt",
                                "Logged In",
                                view -> view.login().loggedInAt().orElse(null))
                        .showing(view ->
                                plain(view.login().loggedInAt().map(times::say).orElse("-")))
                        .whenExtended(),
                Column.<IntegrationView>of(
                                "renewable", "Renewable", view -> view.login().renewable())
                        .showing(view -> plain(view.login().renewable() ? "yes" : "-"))
                        .whenExtended(),
                Column.<IntegrationView>of(
                                "settings",
                                "Settings",
                                view -> view.integration().settings())
                        .showing(view -> plain(settings(view.integration().settings())))
                        .whenExtended());
    }

    /** A login that is renewed when it is needed does not end, as far as people are concerned. */
    private static String expires(LoginState login, Times times, Instant now) {
        if (login.renewable() && LoginStatus.of(login, now) == LoginStatus.ONLINE) {
            return "renews";
        }
        return login.expiresAt().map(times::say).orElse("-");
    }

    private static Shown status(LoginState login, Instant now) {
        LoginStatus status = LoginStatus.of(login, now);
        return new Shown(status.toString(), status.style());
    }

    private static String settings(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining(", "));
    }

    private static Shown plain(String text) {
        return new Shown(text, Style.PLAIN);
    }
}
