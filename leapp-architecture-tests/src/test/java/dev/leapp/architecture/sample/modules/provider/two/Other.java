package dev.leapp.architecture.sample.modules.provider.two;

public record Other() {}
