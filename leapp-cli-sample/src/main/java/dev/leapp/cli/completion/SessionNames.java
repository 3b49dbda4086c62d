package dev.leapp.cli.completion;

import java.util.Collections;
import java.util.Iterator;

/** Marks an argument as the name of a session; a shell asks {@code leapp __complete sessions} which there are. */
public final class SessionNames implements Iterable<String> {

    /** Marks an argument. */
    public SessionNames() {}

    @Override
    public Iterator<String> iterator() {
        return Collections.emptyIterator();
    }
}
