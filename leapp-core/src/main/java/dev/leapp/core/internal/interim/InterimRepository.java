package dev.leapp.core.internal.interim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.leapp.core.internal.file.AtomicFile;
import dev.leapp.core.internal.file.WriteTrouble;
import dev.leapp.core.internal.lock.InterProcessLock;
import dev.leapp.core.port.WorkspaceRepository;
import dev.leapp.core.session.AttemptId;
import dev.leapp.core.session.ProfileId;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionState;
import dev.leapp.core.session.SessionType;
import dev.leapp.core.workspace.NamedProfile;
import dev.leapp.core.workspace.Snapshot;
import dev.leapp.core.workspace.Update;
import dev.leapp.core.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Stands in for the file repository until that is merged. */
public record InterimRepository(Path file, AtomicFile files) implements WorkspaceRepository {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Override
    public Snapshot read() {
        try {
            Workspace.Builder b = Workspace.builder();
            Map<SessionId, SessionState> states = new HashMap<>();
            if (!Files.exists(file)) {
                return new Snapshot(
                        b.profile(new NamedProfile(new ProfileId("11111111-default"), "default"))
                                .build(),
                        states);
            }
            JsonNode root = MAPPER.readTree(Files.readAllBytes(file));
            b.defaultRegion(root.path("region").asText());
            root.path("settings")
                    .properties()
                    .forEach(e -> b.setting(e.getKey(), e.getValue().asText()));
            root.path("profiles")
                    .properties()
                    .forEach(e -> b.profile(new NamedProfile(
                            new ProfileId(e.getKey()), e.getValue().asText())));
            for (JsonNode n : root.path("sessions")) {
                SessionId id = new SessionId(n.path("id").asText());
                Session.Builder s = Session.builder(
                        id,
                        n.path("name").asText(),
                        new SessionType(n.path("type").asText()),
                        n.path("region").asText());
                if (n.has("profile")) {
                    s.profileId(new ProfileId(n.path("profile").asText()));
                }
                if (n.has("chain")) {
                    s.chain(n.path("chain").asText());
                }
                n.path("settings")
                        .properties()
                        .forEach(e -> s.setting(e.getKey(), e.getValue().asText()));
                b.session(s.build());
                if (n.has("attempt")) {
                    states.put(
                            id,
                            new SessionState.Pending(
                                    new AttemptId(n.path("attempt").asText()),
                                    Instant.parse(n.path("since").asText())));
                }
                if (n.has("started")) {
                    states.put(
                            id,
                            new SessionState.Active(
                                    Instant.parse(n.path("started").asText()),
                                    n.has("expires")
                                            ? Optional.of(Instant.parse(
                                                    n.path("expires").asText()))
                                            : Optional.empty(),
                                    Optional.empty()));
                }
            }
            return new Snapshot(b.build(), states);
        } catch (IOException e) {
            throw WriteTrouble.of(file, e);
        }
    }

    @Override
    public <R> R update(Function<Snapshot, Update<R>> change) {
        try {
            InterProcessLock.Held held = InterProcessLock.at(
                            file.resolveSibling("locks").resolve("workspace.lock"))
                    .acquire(Duration.ofSeconds(30), "workspace");
            try {
                Snapshot before = read();
                Update<R> update = change.apply(before);
                if (!update.next().equals(before)) {
                    files.write(file, write(update.next()));
                }
                return update.result();
            } finally {
                held.close();
            }
        } catch (IOException e) {
            throw WriteTrouble.of(file, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] write(Snapshot snapshot) throws IOException {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("region", snapshot.workspace().defaultRegion());
        ObjectNode settings = root.putObject("settings");
        snapshot.workspace().settings().forEach(settings::put);
        ObjectNode profiles = root.putObject("profiles");
        snapshot.workspace().profiles().forEach(p -> profiles.put(p.id().value(), p.name()));
        var sessions = root.putArray("sessions");
        for (Session s : snapshot.workspace().sessions()) {
            ObjectNode n = sessions.addObject();
            n.put("id", s.id().value())
                    .put("name", s.name())
                    .put("type", s.type().value())
                    .put("region", s.region());
            s.profileId().ifPresent(p -> n.put("profile", p.value()));
            s.chain().ifPresent(c -> n.put("chain", c));
            ObjectNode set = n.putObject("settings");
            s.settings().forEach(set::put);
            SessionState st = snapshot.state(s.id());
            if (st instanceof SessionState.Pending p) {
                n.put("attempt", p.attempt().value()).put("since", p.since().toString());
            }
            if (st instanceof SessionState.Active a) {
                n.put("started", a.startedAt().toString());
                a.expiresAt().ifPresent(e -> n.put("expires", e.toString()));
            }
        }
        return MAPPER.writeValueAsBytes(root);
    }

    @Override
    public String location() {
        return file.toString();
    }
}
