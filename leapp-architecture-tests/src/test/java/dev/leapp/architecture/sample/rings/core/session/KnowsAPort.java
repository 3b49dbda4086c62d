package dev.leapp.architecture.sample.rings.core.session;

import dev.leapp.architecture.sample.rings.core.port.Port;

record KnowsAPort(Port port) {}
