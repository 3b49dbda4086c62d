package dev.leapp.core.internal.doctor;

import dev.leapp.core.spi.Endpoint;
import java.time.Duration;
import java.util.List;

/** Finds out which places on the network answer. */
interface Reach {

    /** Tries all at once; takes no longer than that. The answers are in the order of the places. */
    List<Answer> of(List<Endpoint> endpoints, Duration timeout);
}
