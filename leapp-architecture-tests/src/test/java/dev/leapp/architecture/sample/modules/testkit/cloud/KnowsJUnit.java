package dev.leapp.architecture.sample.modules.testkit.cloud;

import org.junit.jupiter.api.TestInfo;

record KnowsJUnit(TestInfo info) {}
