package dev.leapp.architecture.sample.rings.core.internal;

public record Composition() {}
