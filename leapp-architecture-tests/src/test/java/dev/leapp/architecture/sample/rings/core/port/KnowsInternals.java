package dev.leapp.architecture.sample.rings.core.port;

import dev.leapp.architecture.sample.rings.core.internal.secret.Store;

record KnowsInternals(Store store) {}
