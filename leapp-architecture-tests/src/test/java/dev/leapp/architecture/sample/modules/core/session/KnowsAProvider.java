package dev.leapp.architecture.sample.modules.core.session;

import dev.leapp.architecture.sample.modules.provider.two.Other;

record KnowsAProvider(Other other) {}
