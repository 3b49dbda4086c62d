package dev.leapp.cli;

import dev.leapp.cli.run.Engine;
import dev.leapp.core.port.UserInteraction;
import java.nio.file.Path;
import java.util.Map;

final class LeappEngine {
    static final class Opener implements Engine.Opener {
        Opener(Map<String, String> environment) {}

        @Override
        public Engine open(Path home, UserInteraction interaction) {
            throw new UnsupportedOperationException();
        }
    }
}
