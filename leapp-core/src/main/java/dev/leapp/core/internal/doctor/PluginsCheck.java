package dev.leapp.core.internal.doctor;

import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionType;
import dev.leapp.core.spi.PluginStatus;
import dev.leapp.core.spi.Plugins;
import dev.leapp.core.workspace.Finding;
import dev.leapp.core.workspace.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Are all plug-ins in use, and is there one for each session? */
record PluginsCheck(Plugins plugins) implements Check {

    private static final String TOPIC = "plug-ins";

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public List<Finding> look(Visit visit) {
        List<Finding> found = new ArrayList<>();
        List<PluginStatus> report = plugins.report();
        report.forEach(status -> refusal(status).ifPresent(found::add));
        visit.snapshot().ifPresent(snapshot -> found.addAll(unprovided(snapshot.workspace())));
        if (found.isEmpty()) {
            found.add(
                    report.isEmpty()
                            ? Finding.warning(TOPIC, "there is none, so no session can start")
                                    .withHint("add one to the class path, then leapp plugin list")
                            : Finding.ok(TOPIC, Words.count(report.size(), "plug-in") + " in use"));
        }
        return found;
    }

    private static Optional<Finding> refusal(PluginStatus status) {
        return status.refusal().map(why -> {
            String what = status.id() + " (" + status.source() + "): " + why;
            Finding found = status.loaded()
                    ? Finding.warning(TOPIC, "a part was refused: " + what)
                    : Finding.problem(TOPIC, "not in use: " + what);
            return found.withHint("leapp plugin list shows where it comes from").about(status.id());
        });
    }

    private List<Finding> unprovided(Workspace workspace) {
        Map<SessionType, List<Session>> byType = new LinkedHashMap<>();
        workspace.sessions().stream()
                .filter(session -> plugins.accessMethod(session.type()).isEmpty())
                .forEach(session -> byType.computeIfAbsent(session.type(), type -> new ArrayList<>())
                        .add(session));
        List<Finding> found = new ArrayList<>();
        byType.forEach((type, sessions) -> found.add(unprovided(type, sessions)));
        return found;
    }

    private static Finding unprovided(SessionType type, List<Session> sessions) {
        Finding found = Finding.problem(
                        TOPIC,
                        "none provides " + type + ", the type of "
                                + (sessions.size() == 1
                                        ? "session '" + sessions.get(0).name() + "'"
                                        : Words.count(sessions.size(), "session")))
                .withHint("add the plug-in that does to the class path; leapp plugin list shows what there is");
        for (Session session : sessions) {
            found = found.about(session.id().value());
        }
        return found;
    }
}
