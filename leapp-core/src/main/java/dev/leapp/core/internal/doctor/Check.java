package dev.leapp.core.internal.doctor;

import dev.leapp.core.workspace.Finding;
import java.util.List;

/** Looks at one thing. Writes nothing and asks nobody; what it throws becomes a finding. */
interface Check {

    /** Returns what it looks at, in a few words. */
    String topic();

    List<Finding> look(Visit visit);
}
