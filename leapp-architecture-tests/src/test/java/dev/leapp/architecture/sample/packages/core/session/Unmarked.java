package dev.leapp.architecture.sample.packages.core.session;

record Unmarked() {}
