package dev.leapp.provider.aws.internal.chain;

import dev.leapp.core.spi.PluginContext;
import java.nio.file.Path;

/** Where the AWS tools look for their two shared files: as {@code AWS_SHARED_CREDENTIALS_FILE} and {@code AWS_CONFIG_FILE} say, else under {@code ~/.aws}. */
public final class AwsFiles {

    private final PluginContext context;

    public AwsFiles(PluginContext context) {
        this.context = context;
    }

    public Path credentials() {
        return at("AWS_SHARED_CREDENTIALS_FILE", "credentials");
    }

    public Path config() {
        return at("AWS_CONFIG_FILE", "config");
    }

    private Path at(String variable, String standard) {
        return context.environment()
                .get(variable)
                .map(this::expanded)
                .orElseGet(() -> context.userHome().resolve(".aws").resolve(standard))
                .toAbsolutePath();
    }

    private Path expanded(String path) {
        if (path.equals("~")) {
            return context.userHome();
        }
        boolean underHome = path.startsWith("~/") || path.startsWith("~\\");
        return underHome ? context.userHome().resolve(path.substring(2)) : Path.of(path);
    }
}
