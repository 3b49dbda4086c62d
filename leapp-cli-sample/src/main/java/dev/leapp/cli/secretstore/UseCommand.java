package dev.leapp.cli.secretstore;

import dev.leapp.cli.output.Result;
import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.Usage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code leapp secret-store use}. */
@Command(
        name = "use",
        description = {
            "Choose where long-term secrets lie.",
            "keychain: the operating system's.  file: an encrypted file, opened by a passphrase",
            "(asked, or from LEAPP_PASSPHRASE) or by a key file, which is made if it is not there."
        },
        footer = {
            "",
            "Examples:",
            "  leapp secret-store use keychain",
            "  leapp secret-store use file --key-file ~/leapp.key"
        })
final class UseCommand implements Runnable {

    private static final String KEYCHAIN = "keychain";
    private static final String FILE = "file";

    private final Context context;

    @Parameters(arity = "0..1", paramLabel = "STORE", description = "keychain or file.")
    @Nullable
    String store;

    @Option(names = "--key-file", paramLabel = "PATH", description = "With 'file': the key file.")
    @Nullable
    Path keyFile;

    UseCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        String chosen = chosen();
        if (chosen.equals(KEYCHAIN)) {
            useKeychain();
        } else if (chosen.equals(FILE)) {
            Optional<Path> key = Optional.ofNullable(keyFile).map(Path::toAbsolutePath);
            context.engine().secretStores().useFile(key);
            tell(FILE, key);
        } else {
            throw Usage.error("There is no secret store '" + chosen + "'", "there are keychain and file");
        }
    }

    private String chosen() {
        if (store == null && context.ask().interactive()) {
            return context.ask().choose("Secret store", List.of(KEYCHAIN, FILE), each -> each);
        }
        if (store == null) {
            throw Usage.error("Missing STORE", "keychain or file");
        }
        return store;
    }

    private void useKeychain() {
        if (keyFile != null) {
            throw Usage.error("--key-file goes with the store 'file'", null);
        }
        context.engine().secretStores().useKeychain();
        tell(KEYCHAIN, Optional.empty());
    }

    private void tell(String chosen, Optional<Path> key) {
        context.out()
                .result(new Result(
                                "long-term secrets now lie in the " + (chosen.equals(FILE) ? "encrypted file" : chosen)
                                        + key.map(path -> ", opened by " + path).orElse(""))
                        .with("chosen", chosen)
                        .with("keyFile", key));
    }
}
