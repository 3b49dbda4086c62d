package dev.leapp.core.internal.doctor;

import dev.leapp.core.workspace.Finding;
import dev.leapp.core.workspace.WorkspaceFile;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Does the Leapp desktop app run, which writes the workspace file from its memory? */
record DesktopAppCheck(WorkspaceFile file, BooleanSupplier running) implements Check {

    static final String TOPIC = "desktop app";

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public List<Finding> look(Visit visit) {
        if (!running.getAsBoolean()) {
            return List.of();
        }
        boolean its = file.format().equals(WorkspaceFile.LEAPP);
        return List.of(
                its
                        ? Finding.warning(TOPIC, "it is running, so the workspace file is only read")
                                .withHint(
                                        "quit it before you change anything; --ignore-desktop-app changes all the same")
                        : Finding.warning(
                                        TOPIC,
                                        "it is running, and may put its own workspace file in the place of this one")
                                .withHint("quit it; what it replaced comes back with leapp workspace recover"));
    }
}
