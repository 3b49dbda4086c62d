package dev.leapp.architecture.sample.rings.core.extra;

record Stray() {}
