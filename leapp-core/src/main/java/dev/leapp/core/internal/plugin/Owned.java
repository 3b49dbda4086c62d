package dev.leapp.core.internal.plugin;

/** What a plug-in brings, and which one. */
record Owned<T>(String plugin, T factory) {}
