package dev.leapp.cli.serve;

import dev.leapp.cli.handover.ShellVariables;
import dev.leapp.cli.output.Output;
import dev.leapp.cli.output.OutputFormat;
import dev.leapp.cli.output.Result;
import dev.leapp.cli.run.Context;
import dev.leapp.core.handover.ServedSession;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Says how a program is led to a session's endpoint. */
final class Instructions {

    /** The terminal that the lines are for may have what this one has not, and AWS's clients ask an endpoint last. */
    private static final List<String> DECIDING_ELSEWHERE = List.of(
            "AWS_ACCESS_KEY_ID",
            "AWS_SECRET_ACCESS_KEY",
            "AWS_SESSION_TOKEN",
            "AWS_PROFILE",
            "AWS_DEFAULT_PROFILE",
            "AWS_ROLE_ARN",
            "AWS_WEB_IDENTITY_TOKEN_FILE",
            "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
            "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE");

    private final Context context;

    Instructions(Context context) {
        this.context = context;
    }

    /** Prints lines for a shell, or one line for a program. */
    void print(String name, ServedSession served, Map<String, String> variables) {
        List<String> unset = Stream.concat(DECIDING_ELSEWHERE.stream(), context.io().environment().keySet().stream())
                .filter(served.environment()::removes)
                .filter(each -> ShellVariables.canBe(each) && !variables.containsKey(each))
                .distinct()
                .sorted()
                .toList();
        if (context.out().format() == OutputFormat.TABLE) {
            forShell(name, unset, variables);
        } else {
            context.out()
                    .event(new Result("")
                            .with("id", served.session())
                            .with("name", name)
                            .with("address", served.address())
                            .with("environment", forProgram(variables))
                            .with("unset", unset));
        }
    }

    /** In a line of comma-separated values there is no room for more than a list. */
    private Object forProgram(Map<String, String> variables) {
        return context.out().format() == OutputFormat.JSON
                ? variables
                : variables.entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .toList();
    }

    private void forShell(String session, List<String> unset, Map<String, String> variables) {
        Output out = context.out();
        out.raw("# session " + session.replaceAll("\\p{Cntrl}", " "));
        if (!unset.isEmpty()) {
            out.raw("unset " + String.join(" ", unset));
        }
        variables.forEach((name, value) -> out.raw("export " + name + "=" + quoted(value)));
        context.io().out().flush();
    }

    private static String quoted(String value) {
        return value.matches("[A-Za-z0-9/:._@%+-]+") ? value : "'" + value.replace("'", "'\\''") + "'";
    }
}
