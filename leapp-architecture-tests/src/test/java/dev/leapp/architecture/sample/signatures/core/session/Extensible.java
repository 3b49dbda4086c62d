package dev.leapp.architecture.sample.signatures.core.session;

public class Extensible {}
