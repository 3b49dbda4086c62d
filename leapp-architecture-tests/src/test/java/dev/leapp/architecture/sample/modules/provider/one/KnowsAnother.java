package dev.leapp.architecture.sample.modules.provider.one;

import dev.leapp.architecture.sample.modules.provider.two.Other;

record KnowsAnother(Other other) {}
