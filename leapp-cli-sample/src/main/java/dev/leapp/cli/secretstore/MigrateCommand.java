package dev.leapp.cli.secretstore;

import dev.leapp.cli.output.Result;
import dev.leapp.cli.run.Context;
import dev.leapp.core.port.SecretMigration;
import dev.leapp.core.port.SecretStoreTarget;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code leapp secret-store migrate}. */
@Command(
        name = "migrate",
        description = {
            "Move this workspace's secrets to another store, and use that one from now on.",
            "Each is copied and read back, then the store is changed, then the old copies are",
            "deleted. If it is cut off, nothing is lost: run it again, and it completes.",
            "From file to file, the encrypted file gets another key."
        },
        footer = {
            "",
            "Examples:",
            "  leapp secret-store migrate keychain",
            "  leapp secret-store migrate file",
            "  leapp secret-store migrate file --key-file ~/leapp.key"
        })
final class MigrateCommand implements Runnable {

    private final Context context;

    @Mixin
    StoreArgument argument = new StoreArgument();

    MigrateCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        SecretStoreTarget target = argument.target(context);
        SecretMigration migration = context.engine().secretStores().migrate(target);
        context.out()
                .result(new Result(String.join("\n", sentences(target, migration)))
                        .with("from", migration.from())
                        .with("to", migration.to())
                        .with("keyFile", target.keyFile())
                        .with("moved", migration.moved().size())
                        .with("leftoversDeleted", migration.leftoversDeleted())
                        .with("copiesKept", migration.copiesKept()));
    }

    private static List<String> sentences(SecretStoreTarget target, SecretMigration migration) {
        List<String> sentences = new ArrayList<>();
        if (migration.leftoversDeleted() > 0) {
            sentences.add("deleted " + secrets(migration.leftoversDeleted())
                    + " that an interrupted migration had left in the old store");
        }
        sentences.add(outcome(target, migration));
        migration
                .copiesKept()
                .ifPresent(reason -> sentences.add("the copies in the "
                        + StoreArgument.words(migration.from().orElse("old store")) + " were kept: " + reason));
        return sentences;
    }

    private static String outcome(SecretStoreTarget target, SecretMigration migration) {
        String place = StoreArgument.words(target);
        if (migration.from().isEmpty()) {
            return "nothing to move: long-term secrets lie in the " + place;
        }
        String from = migration.from().get();
        if (from.equals(migration.to())) {
            return "the encrypted file got another key: it is opened by "
                    + target.keyFile().map(Object::toString).orElse("a passphrase") + " now";
        }
        return "moved " + secrets(migration.moved().size()) + " from the " + StoreArgument.words(from) + " to the "
                + place;
    }

    private static String secrets(int count) {
        return count == 1 ? "1 secret" : count + " secrets";
    }
}
