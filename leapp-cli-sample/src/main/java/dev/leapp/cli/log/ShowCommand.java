package dev.leapp.cli.log;

import dev.leapp.cli.output.Column;
import dev.leapp.cli.output.Column.Shown;
import dev.leapp.cli.output.Style;
import dev.leapp.cli.output.TableOptions;
import dev.leapp.cli.output.Times;
import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.Durations;
import dev.leapp.cli.run.Usage;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.issuance.IssuanceEntry;
import dev.leapp.core.issuance.IssuanceFilter;
import dev.leapp.core.issuance.IssuanceLog;
import dev.leapp.core.issuance.Use;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code leapp log show}. */
@Command(
        name = "show",
        description = {
            "Show which credentials were handed out, when and for what; the newest last.",
            "Shows entries as they stand there; 'leapp log verify' checks them."
        },
        footer = {
            "",
            "Examples:",
            "  leapp log show",
            "  leapp log show --session ops --since 2d",
            "  leapp log show --limit 1000 --output json"
        })
final class ShowCommand implements Runnable {

    private final Context context;

    @Option(names = "--session", paramLabel = "NAME", description = "Only those of this session, which may be gone.")
    @Nullable
    String session;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = Durations.class,
            description = "Only those of the last 90s, 15m, 1h30m or 2d.")
    @Nullable
    Duration since;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "100",
            description = "Only the newest N (default: 100).")
    int limit = 100;

    @Mixin
    TableOptions options;

    ShowCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        if (limit < 1) {
            throw Usage.error("--limit wants a number from 1, not " + limit, null);
        }
        IssuanceLog log = context.engine().issuanceLog();
        context.out()
                .list(
                        session == null ? log.entries(filter().last(limit)) : ofSession(log, session),
                        columns(context.times()),
                        options,
                        "nothing is recorded" + (session == null && since == null ? " yet" : " of that"));
        if (!log.isOn()) {
            context.out().note("the issuance log is off; 'leapp log on' switches it on");
        }
    }

    private IssuanceFilter filter() {
        return since == null
                ? IssuanceFilter.all()
                : IssuanceFilter.all().since(context.clock().instant().minus(since));
    }

    /** A session that is gone is found by the name that it had. */
    private List<IssuanceEntry> ofSession(IssuanceLog log, String reference) {
        try {
            IssuanceFilter one = filter().ofSession(context.engine()
                    .sessions()
                    .find(reference)
                    .session()
                    .id());
            return log.entries(one.last(limit));
        } catch (LeappException e) {
            List<IssuanceEntry> gone = e.code() == CoreErrorCode.SESSION_NOT_FOUND
                    ? log.entries(filter()).stream()
                            .filter(entry -> isAbout(entry, reference))
                            .toList()
                    : List.of();
            if (gone.isEmpty()) {
                throw e;
            }
            return gone.subList(Math.max(0, gone.size() - limit), gone.size());
        }
    }

    private static boolean isAbout(IssuanceEntry entry, String reference) {
        return entry.sessionName().filter(reference::equals).isPresent()
                || entry.session().filter(id -> id.value().equals(reference)).isPresent();
    }

    private static List<Column<IssuanceEntry>> columns(Times times) {
        return List.of(
                Column.<IssuanceEntry>of("sequence", "No.", IssuanceEntry::sequence),
                Column.<IssuanceEntry>of("at", "Time", IssuanceEntry::at)
                        .showing(entry -> plain(times.say(entry.at()))),
                Column.<IssuanceEntry>of("event", "Event", IssuanceEntry::event).whenExtended(),
                Column.<IssuanceEntry>of(
                                "id", "Session ID", entry -> entry.session().orElse(null))
                        .whenExtended(),
                Column.<IssuanceEntry>of(
                                "name",
                                "Session Name",
                                entry -> entry.sessionName().orElse(null))
                        .narrowly("Session"),
                Column.<IssuanceEntry>of(
                                "type", "Type", entry -> entry.sessionType().orElse(null))
                        .whenExtended(),
                Column.<IssuanceEntry>of(
                                "way", "Way", entry -> entry.use().map(Use::way).orElse(null))
                        .showing(entry -> plain(entry.use().map(Use::way).orElse("log " + entry.event()))),
                Column.<IssuanceEntry>of("program", "Program", ShowCommand::program),
                Column.<IssuanceEntry>of(
                                "until", "Valid Until", entry -> entry.until().orElse(null))
                        .showing(entry -> plain(entry.until().map(times::say).orElse("-")))
                        .narrowly("Valid"),
                Column.<IssuanceEntry>of("note", "Note", entry -> entry.note().orElse(null))
                        .whenExtended());
    }

    private static @Nullable String program(IssuanceEntry entry) {
        return entry.use().map(Use::program).filter(name -> !name.isEmpty()).orElse(null);
    }

    private static Shown plain(String text) {
        return new Shown(text, Style.PLAIN);
    }
}
