package dev.leapp.architecture.sample.rings.core;

import dev.leapp.architecture.sample.rings.core.internal.Composition;
import dev.leapp.architecture.sample.rings.core.internal.session.UseCase;

record Leapp(Composition allowed, UseCase forbidden) {}
