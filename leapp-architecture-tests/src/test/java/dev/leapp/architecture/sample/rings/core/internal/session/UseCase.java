package dev.leapp.architecture.sample.rings.core.internal.session;

public record UseCase() {}
