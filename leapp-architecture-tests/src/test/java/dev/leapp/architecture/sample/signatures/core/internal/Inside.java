package dev.leapp.architecture.sample.signatures.core.internal;

public record Inside() {}
