package dev.leapp.architecture.sample.modules.testkit.contract;

public interface Contract {}
