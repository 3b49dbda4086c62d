package dev.leapp.cli.field;

import dev.leapp.cli.ask.Asker;
import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.Suggestions;
import dev.leapp.cli.run.Usage;
import dev.leapp.core.spi.AccessMethodDescriptor;
import dev.leapp.core.spi.IntegrationDescriptor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds the type that a user means.
 *
 * @param <T> what describes a type
 */
public final class Types<T> {

    private final String thing;
    private final List<T> all;
    private final Function<T, String> name;
    private final Function<T, String> displayName;

    private Types(String thing, List<T> all, Function<T, String> name, Function<T, String> displayName) {
        this.thing = thing;
        this.all = all;
        this.name = name;
        this.displayName = displayName;
    }

    /** Returns the types of sessions. */
    public static Types<AccessMethodDescriptor> ofSessions(Context context) {
        return new Types<>(
                "session",
                context.engine().plugins().accessMethods(),
                method -> method.type().value(),
                AccessMethodDescriptor::displayName);
    }

    /** Returns the types of integrations. */
    public static Types<IntegrationDescriptor> ofIntegrations(Context context) {
        return new Types<>(
                "integration",
                context.engine().plugins().integrations(),
                IntegrationDescriptor::type,
                IntegrationDescriptor::displayName);
    }

    /** Finds by {@code aws-iam-user}, or by an older spelling such as {@code awsIamUser} or {@code AWS-SSO}. */
    public T named(String typed) {
        String wanted = squeezed(typed);
        return all.stream()
                .filter(each -> squeezed(name.apply(each)).equals(wanted))
                .findFirst()
                .orElseThrow(() -> {
                    Optional<String> nearest =
                            Suggestions.nearest(typed, all.stream().map(name).toList());
                    return Usage.error(
                            "There is no " + thing + " type '" + typed + "'",
                            nearest.map(near -> "did you mean " + near + "?").orElse("there are " + names()));
                });
    }

    /** Lets choose on a terminal, where there is a choice. */
    public T choose(Asker asker) {
        if (all.isEmpty()) {
            throw Usage.error(
                    "No plug-in provides a type of " + thing + "s", "'leapp plugin list' shows what there is");
        }
        return all.size() == 1
                ? all.get(0)
                : asker.choose("Type", all, each -> displayName.apply(each) + " (" + name.apply(each) + ")");
    }

    /** Returns the names of all types in one line. */
    public String names() {
        return String.join(", ", all.stream().map(name).toList());
    }

    private static String squeezed(String name) {
        return name.replace("-", "").toLowerCase(Locale.ROOT);
    }
}
