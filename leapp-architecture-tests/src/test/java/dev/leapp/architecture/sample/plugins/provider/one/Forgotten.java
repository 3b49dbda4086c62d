package dev.leapp.architecture.sample.plugins.provider.one;

import dev.leapp.core.spi.LeappPlugin;

class Forgotten implements LeappPlugin {}
