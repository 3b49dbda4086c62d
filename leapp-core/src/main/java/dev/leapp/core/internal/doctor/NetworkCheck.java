package dev.leapp.core.internal.doctor;

import dev.leapp.core.error.LeappException;
import dev.leapp.core.spi.Endpoint;
import dev.leapp.core.workspace.Finding;
import dev.leapp.core.workspace.Workspace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Can the places be reached that plug-ins need, and does the clock agree with theirs?
 *
 * @param needed what each plug-in needs for a workspace, by its id
 */
record NetworkCheck(Map<String, Function<Workspace, List<Endpoint>>> needed, Reach reach) implements Check {

    private static final String TOPIC = "network";

    /** From here on clouds refuse. */
    private static final Duration REFUSED = Duration.ofMinutes(5);

    private static final Duration NOTICED = Duration.ofMinutes(1);

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public List<Finding> look(Visit visit) {
        if (visit.options().offline()) {
            return List.of(Finding.note(TOPIC, "not looked at: --offline"));
        }
        return visit.snapshot()
                .map(snapshot -> look(snapshot.workspace(), visit.options().timeout()))
                .orElse(List.of(Finding.note(TOPIC, "not looked at, as the workspace can't be opened")));
    }

    private List<Finding> look(Workspace workspace, Duration timeout) {
        List<Finding> found = new ArrayList<>();
        Set<Endpoint> places = new LinkedHashSet<>();
        needed.forEach((plugin, needs) -> {
            try {
                places.addAll(needs.apply(workspace));
            } catch (LeappException e) {
                Finding failed =
                        Finding.problem(TOPIC, String.valueOf(e.getMessage())).about(plugin);
                found.add(e.hint().map(failed::withHint).orElse(failed));
            }
        });
        List<Endpoint> tried = List.copyOf(places);
        if (tried.isEmpty() && found.isEmpty()) {
            return List.of(Finding.ok(TOPIC, "no session needs it"));
        }
        List<Answer> answers = tried.isEmpty() ? List.of() : reach.of(tried, timeout);
        for (int i = 0; i < tried.size(); i++) {
            found.add(finding(tried.get(i), answers.get(i)));
        }
        clock(answers).ifPresent(found::add);
        return found;
    }

    private static Finding finding(Endpoint place, Answer answer) {
        return answer.problem()
                .map(
                        why -> Finding.problem(TOPIC, place + " can't be reached: " + why)
                                .withHint(
                                        "leapp workspace doctor --offline leaves it out; else check network, proxy and endpoint"))
                .orElseGet(() -> Finding.ok(TOPIC, place + " can be reached"));
    }

    /** One place may be wrong itself: the one that agrees best counts. */
    private static Optional<Finding> clock(List<Answer> answers) {
        return answers.stream()
                .flatMap(answer -> answer.ahead().stream())
                .min(Comparator.comparing(Duration::abs))
                .map(NetworkCheck::clock);
    }

    private static Finding clock(Duration ahead) {
        Duration off = ahead.abs();
        String what =
                "the clock is " + words(off) + (ahead.isNegative() ? " behind" : " ahead of") + " that of the cloud";
        if (off.compareTo(REFUSED) > 0) {
            return Finding.problem(ClockCheck.TOPIC, what + ", which then refuses requests")
                    .withHint(ClockCheck.HINT);
        }
        return off.compareTo(NOTICED) > 0
                ? Finding.warning(ClockCheck.TOPIC, what).withHint(ClockCheck.HINT)
                : Finding.ok(ClockCheck.TOPIC, "the clock agrees with that of the cloud");
    }

    private static String words(Duration off) {
        if (off.toDays() > 1) {
            return off.toDays() + " days";
        }
        return off.toHours() > 1 ? off.toHours() + " hours" : Math.max(1, off.toMinutes()) + " minutes";
    }
}
