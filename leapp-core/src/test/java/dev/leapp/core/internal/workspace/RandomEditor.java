package dev.leapp.core.internal.workspace;

import dev.leapp.core.internal.lock.JavaProcess;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.workspace.Snapshot;
import dev.leapp.core.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Makes random edits in a process of its own, of what is its own, and of what all share. Each edit finds what this process committed
 * before, and counts in a setting that all share. At the end it logs what it committed last.
 */
public final class RandomEditor {

    static final String EDITS = "edits";

    private final String prefix;
    private final Random random;
    private final Map<SessionId, Session> sessions =
            new TreeMap<>((a, b) -> a.value().compareTo(b.value()));
    private final Map<String, String> settings = new TreeMap<>();
    private int added;

    private RandomEditor(String prefix, Random random) {
        this.prefix = prefix;
        this.random = random;
    }

    static JavaProcess start(Path file, String prefix, int edits, long seed, Path log) throws IOException {
        return JavaProcess.start(RandomEditor.class, file, prefix, edits, seed, log);
    }

    public static void main(String[] args) throws IOException {
        FileWorkspaceRepository repository = Repositories.unforced(Path.of(args[0]));
        RandomEditor editor = new RandomEditor(args[1], new Random(Long.parseLong(args[3])));
        for (int i = 0; i < Integer.parseInt(args[2]); i++) {
            Repositories.edit(repository, editor::next);
        }
        Files.write(Path.of(args[4]), editor.committed());
    }

    /** Returns what a process with that prefix finds of its own, in a comparable form. */
    static List<String> own(Workspace workspace, String prefix) {
        List<String> lines = new ArrayList<>();
        workspace.sessions().stream()
                .filter(session -> session.id().value().startsWith(prefix))
                .map(RandomEditor::line)
                .sorted()
                .forEach(lines::add);
        workspace.settings().entrySet().stream()
                .filter(setting -> setting.getKey().startsWith(prefix))
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .sorted()
                .forEach(lines::add);
        return lines;
    }

    private List<String> committed() {
        List<String> lines = new ArrayList<>();
        sessions.values().stream().map(RandomEditor::line).sorted().forEach(lines::add);
        settings.forEach((name, value) -> lines.add(name + "=" + value));
        return lines;
    }

    private Snapshot next(Snapshot snapshot) {
        if (!own(snapshot.workspace(), prefix).equals(committed())) {
            throw new AssertionError(
                    prefix + " committed " + committed() + " and finds " + own(snapshot.workspace(), prefix));
        }
        Workspace.Builder next = snapshot.workspace().toBuilder();
        String edits = snapshot.workspace().settings().getOrDefault(EDITS, "0");
        next.setting(EDITS, Integer.toString(Integer.parseInt(edits) + 1));
        edit(next, snapshot.workspace());
        return snapshot.with(next.build());
    }

    private void edit(Workspace.Builder next, Workspace now) {
        switch (sessions.isEmpty() ? 0 : random.nextInt(8)) {
            case 0, 1 -> keep(next, Repositories.session(prefix + added++, now).build());
            case 2 -> keep(next, any().toBuilder().name(word()).build());
            case 3 -> keep(next, any().toBuilder().tag(word(), word()).build());
            case 4 -> keep(next, any().toBuilder().region(word()).build());
            case 5 -> delete(next, any().id());
            case 6 -> next.defaultRegion(word());
            default -> set(next, prefix + random.nextInt(3), word());
        }
    }

    private void keep(Workspace.Builder next, Session session) {
        sessions.put(session.id(), session);
        next.session(session);
    }

    private void delete(Workspace.Builder next, SessionId id) {
        sessions.remove(id);
        next.removeSession(id);
    }

    private void set(Workspace.Builder next, String name, String value) {
        settings.put(name, value);
        next.setting(name, value);
    }

    private Session any() {
        return List.copyOf(sessions.values()).get(random.nextInt(sessions.size()));
    }

    private String word() {
        return prefix + "word" + random.nextInt(1000);
    }

    private static String line(Session session) {
        return session.id() + " " + session.name() + " " + session.region() + " " + new TreeMap<>(session.tags());
    }
}
