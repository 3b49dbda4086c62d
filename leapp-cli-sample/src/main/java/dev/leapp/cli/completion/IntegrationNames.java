package dev.leapp.cli.completion;

import java.util.Collections;
import java.util.Iterator;

/** Marks an argument as the name of an integration; a shell asks {@code leapp __complete integrations} which there are. */
public final class IntegrationNames implements Iterable<String> {

    /** Marks an argument. */
    public IntegrationNames() {}

    @Override
    public Iterator<String> iterator() {
        return Collections.emptyIterator();
    }
}
