package dev.leapp.cli.session;

import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.Suggestions;
import dev.leapp.cli.run.Usage;
import dev.leapp.core.spi.AccessMethodDescriptor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the access method that a user means. */
final class Types {

    private final Context context;

    Types(Context context) {
        this.context = context;
    }

    List<AccessMethodDescriptor> all() {
        return context.engine().plugins().accessMethods();
    }

    /** Finds by {@code aws-iam-user}, or by the older spelling {@code awsIamUser}. */
    AccessMethodDescriptor named(String typed) {
        String wanted = squeezed(typed);
        return all().stream()
                .filter(method -> squeezed(method.type().value()).equals(wanted))
                .findFirst()
                .orElseThrow(() -> {
                    Optional<String> nearest = Suggestions.nearest(
                            typed, all().stream().map(m -> m.type().value()).toList());
                    return Usage.error(
                            "There is no session type '" + typed + "'",
                            nearest.map(near -> "did you mean " + near + "?").orElse("there are " + names()));
                });
    }

    AccessMethodDescriptor choose() {
        return context.ask().choose("Type", all(), method -> method.displayName() + " (" + method.type() + ")");
    }

    String names() {
        return all().stream().map(method -> method.type().value()).collect(Collectors.joining(", "));
    }

    private static String squeezed(String name) {
        return name.replace("-", "").toLowerCase(Locale.ROOT);
    }
}
