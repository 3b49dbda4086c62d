package dev.leapp.core.internal.doctor;

import dev.leapp.core.error.LeappException;
import dev.leapp.core.workspace.Generation;
import dev.leapp.core.workspace.KeyRotation;
import dev.leapp.core.workspace.KeySlotView;
import dev.leapp.core.workspace.NewKeySlot;
import dev.leapp.core.workspace.Recovered;
import dev.leapp.core.workspace.RecoverySource;
import dev.leapp.core.workspace.WorkspaceFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A workspace file that is what a test says. Changing it fails: a doctor only looks. */
final class FakeFile implements WorkspaceFile {

    static final Instant WRITTEN = Instant.parse("2026-03-01T08:00:00Z");

    final List<KeySlotView> slots = new ArrayList<>();
    final List<Generation> generations = new ArrayList<>();
    String format = SEALED;

    @Nullable
    Path desktopBackup;

    @Nullable
    LeappException slotFailure;

    @Nullable
    LeappException generationFailure;

    FakeFile slot(String id, String kind, @Nullable String problem) {
        slots.add(new KeySlotView(id, kind, null, problem));
        return this;
    }

    FakeFile opening(long number) {
        generations.add(builder(number).opened(2, ""));
        return this;
    }

    FakeFile closed(long number, String why) {
        generations.add(builder(number).unopened(why));
        return this;
    }

    private static Generation.Builder builder(long number) {
        return Generation.builder(number, WRITTEN, SEALED, Path.of("backups", "workspace-" + number));
    }

    @Override
    public String location() {
        return "somewhere";
    }

    @Override
    public String format() {
        return format;
    }

    @Override
    public List<Generation> generations() {
        LeappException failure = generationFailure;
        if (failure != null) {
            throw failure;
        }
        return generations;
    }

    @Override
    public Optional<Path> desktopBackup() {
        return Optional.ofNullable(desktopBackup);
    }

    @Override
    public Map<String, String> keySlotKinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        slots.forEach(slot -> kinds.put(slot.id(), slot.kind()));
        return kinds;
    }

    @Override
    public List<KeySlotView> keySlots() {
        LeappException failure = slotFailure;
        if (failure != null) {
            throw failure;
        }
        return slots;
    }

    @Override
    public boolean upgrade(NewKeySlot slot) {
        throw changed();
    }

    @Override
    public Recovered recover(RecoverySource source) {
        throw changed();
    }

    @Override
    public KeySlotView addKeySlot(NewKeySlot slot) {
        throw changed();
    }

    @Override
    public KeyRotation removeKeySlot(String id, boolean dropOthers) {
        throw changed();
    }

    @Override
    public KeyRotation rotateKey(boolean dropOthers) {
        throw changed();
    }

    private static AssertionError changed() {
        return new AssertionError("A doctor changes nothing");
    }
}
