package dev.leapp.architecture.sample.rings.core.port;

public interface Port {}
