package dev.leapp.architecture.sample.modules.cli;

public record Command() {}
