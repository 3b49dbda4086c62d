package dev.leapp.architecture.sample.cycles.core.internal.file;

import dev.leapp.architecture.sample.cycles.core.internal.lock.Lock;

public record LockedFile(Lock lock) {}
