package dev.leapp.architecture.sample.rings.core.internal.session;

import dev.leapp.architecture.sample.rings.core.internal.secret.Store;

record KnowsAnAdapter(Store store) {}
