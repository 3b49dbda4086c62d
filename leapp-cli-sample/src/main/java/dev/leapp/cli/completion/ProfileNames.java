package dev.leapp.cli.completion;

import java.util.Collections;
import java.util.Iterator;

/** Marks an argument as the name of a named profile; a shell asks {@code leapp __complete profiles} which there are. */
public final class ProfileNames implements Iterable<String> {

    /** Marks an argument. */
    public ProfileNames() {}

    @Override
    public Iterator<String> iterator() {
        return Collections.emptyIterator();
    }
}
