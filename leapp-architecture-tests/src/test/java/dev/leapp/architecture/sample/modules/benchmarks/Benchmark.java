package dev.leapp.architecture.sample.modules.benchmarks;

public record Benchmark() {}
