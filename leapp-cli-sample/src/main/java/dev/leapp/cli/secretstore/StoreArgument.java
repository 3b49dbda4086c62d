package dev.leapp.cli.secretstore;

import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.Usage;
import dev.leapp.core.port.SecretStoreTarget;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which secret store a command is about: named, or chosen from a list on a terminal. */
final class StoreArgument {

    static final String FILE = "file";
    private static final String KEYCHAIN = "keychain";

    @Parameters(index = "0", arity = "0..1", paramLabel = "STORE", description = "keychain or file.")
    @Nullable
    String store;

    @Option(names = "--key-file", paramLabel = "PATH", description = "With 'file': the key file.")
    @Nullable
    Path keyFile;

    /** Returns the store that was meant. */
    SecretStoreTarget target(Context context) {
        return switch (name(context)) {
            case KEYCHAIN -> keychain();
            case FILE ->
                Optional.ofNullable(keyFile)
                        .map(Path::toAbsolutePath)
                        .map(SecretStoreTarget::file)
                        .orElseGet(SecretStoreTarget::file);
            default -> throw Usage.error("There is no secret store '" + store + "'", "there are keychain and file");
        };
    }

    /** Names a store for people. */
    static String words(String store) {
        return store.equals(FILE) ? "encrypted file" : store;
    }

    /** Names a store for people, and says what opens it. */
    static String words(SecretStoreTarget target) {
        return words(target.store())
                + target.keyFile().map(path -> ", opened by " + path).orElse("");
    }

    private SecretStoreTarget keychain() {
        if (keyFile != null) {
            throw Usage.error("--key-file goes with the store 'file'", null);
        }
        return SecretStoreTarget.keychain();
    }

    private String name(Context context) {
        if (store == null && context.ask().interactive()) {
            return context.ask().choose("Secret store", List.of(KEYCHAIN, FILE), each -> each);
        }
        if (store == null) {
            throw Usage.error("Missing STORE", "keychain or file");
        }
        return store;
    }
}
