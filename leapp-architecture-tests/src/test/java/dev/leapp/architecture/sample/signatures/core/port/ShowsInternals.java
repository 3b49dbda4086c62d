package dev.leapp.architecture.sample.signatures.core.port;

import dev.leapp.architecture.sample.signatures.core.internal.Inside;

/** Shows it in a field. */
public final class ShowsInternals {

    public final Inside inside = new Inside();
}
