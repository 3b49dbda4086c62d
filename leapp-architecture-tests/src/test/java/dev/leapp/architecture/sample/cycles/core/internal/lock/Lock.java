package dev.leapp.architecture.sample.cycles.core.internal.lock;

import dev.leapp.architecture.sample.cycles.core.internal.file.LockedFile;

public record Lock(LockedFile file) {}
