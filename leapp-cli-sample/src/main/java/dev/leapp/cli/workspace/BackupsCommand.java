package dev.leapp.cli.workspace;

import dev.leapp.cli.output.Column;
import dev.leapp.cli.output.Column.Shown;
import dev.leapp.cli.output.Style;
import dev.leapp.cli.output.TableOptions;
import dev.leapp.cli.output.Times;
import dev.leapp.cli.run.Context;
import dev.leapp.core.workspace.Generation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code leapp workspace backups}. */
@Command(
        name = "backups",
        description = {
            "Show the older generations of the workspace, newest first.",
            "One is kept with each change: the last 10, and the last of each day for",
            "14 days. 'leapp workspace recover --generation N' brings one back."
        },
        footer = {"", "Examples:", "  leapp workspace backups", "  leapp workspace backups -x --no-truncate"})
final class BackupsCommand implements Runnable {

    private final Context context;

    @Mixin
    TableOptions options;

    BackupsCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        context.out()
                .list(
                        context.engine().workspaceFile().generations(),
                        columns(context.times()),
                        options,
                        "there are no backups yet; one is kept with each change");
        context.engine()
                .workspaceFile()
                .desktopBackup()
                .ifPresent(path -> context.out()
                        .remark("there is also the desktop app's own backup " + path
                                + ": leapp workspace recover --desktop-backup"));
    }

    private static List<Column<Generation>> columns(Times times) {
        return List.of(
                Column.of("number", "No.", Generation::number),
                Column.<Generation>of("writtenAt", "Written", Generation::writtenAt)
                        .showing(generation -> plain(times.say(generation.writtenAt()))),
                Column.<Generation>of("format", "Format", Generation::format)
                        .showing(generation -> plain(Words.format(generation.format()))),
                Column.of("sessions", "Sessions", BackupsCommand::sessions),
                Column.<Generation>of(
                                "reason",
                                "Reason",
                                generation -> generation.reason().orElse(null))
                        .showing(BackupsCommand::reason),
                Column.<Generation>of(
                                "problem",
                                "Problem",
                                generation -> generation.problem().orElse(null))
                        .whenExtended(),
                Column.<Generation>of("path", "Path", Generation::path).whenExtended());
    }

    private static @Nullable Object sessions(Generation generation) {
        return generation.sessions().isPresent() ? generation.sessions().getAsInt() : null;
    }

    private static Shown reason(Generation generation) {
        return generation
                .problem()
                .map(why -> new Shown("can't be opened: " + why, Style.BAD))
                .orElseGet(() -> plain(generation.reason().orElse("-")));
    }

    private static Shown plain(String text) {
        return new Shown(text, Style.PLAIN);
    }
}
