package dev.leapp.architecture.sample.modules.core.port;

import org.assertj.core.api.Assertions;

record KnowsAssertJ(Assertions assertions) {}
