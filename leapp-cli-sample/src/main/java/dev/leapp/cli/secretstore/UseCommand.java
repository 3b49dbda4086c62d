package dev.leapp.cli.secretstore;

import dev.leapp.cli.output.Result;
import dev.leapp.cli.run.Context;
import dev.leapp.core.port.SecretStoreTarget;
import dev.leapp.core.port.SecretStores;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code leapp secret-store use}. */
@Command(
        name = "use",
        description = {
            "Choose where long-term secrets lie.",
            "keychain: the operating system's.  file: an encrypted file, opened by a passphrase",
            "(asked, or from LEAPP_PASSPHRASE) or by a key file, which is made if it is not there.",
            "Refused while secrets lie in another store: 'leapp secret-store migrate' moves them."
        },
        footer = {
            "",
            "Examples:",
            "  leapp secret-store use keychain",
            "  leapp secret-store use file --key-file ~/leapp.key"
        })
final class UseCommand implements Runnable {

    private final Context context;

    @Mixin
    StoreArgument argument = new StoreArgument();

    UseCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        SecretStoreTarget target = argument.target(context);
        SecretStores stores = context.engine().secretStores();
        if (target.store().equals(StoreArgument.FILE)) {
            stores.useFile(target.keyFile());
        } else {
            stores.useKeychain();
        }
        context.out()
                .result(new Result("long-term secrets now lie in the " + StoreArgument.words(target))
                        .with("chosen", target.store())
                        .with("keyFile", target.keyFile()));
    }
}
