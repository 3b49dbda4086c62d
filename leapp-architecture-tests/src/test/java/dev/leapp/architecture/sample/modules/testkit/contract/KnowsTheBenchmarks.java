package dev.leapp.architecture.sample.modules.testkit.contract;

import dev.leapp.architecture.sample.modules.benchmarks.Benchmark;

record KnowsTheBenchmarks(Benchmark benchmark) {}
