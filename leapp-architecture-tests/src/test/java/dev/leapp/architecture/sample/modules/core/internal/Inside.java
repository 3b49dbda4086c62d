package dev.leapp.architecture.sample.modules.core.internal;

public record Inside() {}
