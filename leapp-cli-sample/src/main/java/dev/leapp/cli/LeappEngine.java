package dev.leapp.cli;

import dev.leapp.cli.run.Engine;
import dev.leapp.core.port.UserInteraction;
import java.nio.file.Path;
import java.util.Map;

final class LeappEngine {

    static Engine open(Path home, Map<String, String> environment, UserInteraction interaction) {
        throw new UnsupportedOperationException();
    }
}
