package dev.leapp.architecture.sample.rings.core.internal.secret;

public record Store() {}
