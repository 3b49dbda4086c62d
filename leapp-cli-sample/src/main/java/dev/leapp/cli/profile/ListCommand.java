package dev.leapp.cli.profile;

import dev.leapp.cli.output.Column;
import dev.leapp.cli.output.TableOptions;
import dev.leapp.cli.run.Context;
import dev.leapp.core.workspace.NamedProfile;
import dev.leapp.core.workspace.Workspace;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code leapp profile list}. */
@Command(
        name = "list",
        description = "Show the named profiles.",
        footer = {"", "Examples:", "  leapp profile list -x"})
final class ListCommand implements Runnable {

    private final Context context;

    @Mixin
    TableOptions options;

    ListCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        Workspace workspace = context.engine().workspaces().read();
        List<Column<NamedProfile>> columns = List.of(
                Column.<NamedProfile>of("id", "ID", NamedProfile::id).whenExtended(),
                Column.of("name", "Profile Name", NamedProfile::name),
                Column.of("sessions", "Sessions", profile -> sessionsOn(workspace, profile)));
        context.out()
                .list(
                        workspace.profiles(),
                        columns,
                        options,
                        "there are no profiles; 'leapp profile create' makes one");
    }

    private static long sessionsOn(Workspace workspace, NamedProfile profile) {
        return workspace.sessions().stream()
                .filter(session -> session.profileId().map(profile.id()::equals).orElse(false))
                .count();
    }
}
