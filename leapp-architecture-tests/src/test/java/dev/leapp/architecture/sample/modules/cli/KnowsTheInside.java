package dev.leapp.architecture.sample.modules.cli;

import dev.leapp.architecture.sample.modules.core.internal.Inside;

record KnowsTheInside(Inside inside) {}
