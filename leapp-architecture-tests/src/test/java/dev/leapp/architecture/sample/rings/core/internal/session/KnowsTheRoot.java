package dev.leapp.architecture.sample.rings.core.internal.session;

import dev.leapp.architecture.sample.rings.core.internal.Composition;

record KnowsTheRoot(Composition composition) {}
