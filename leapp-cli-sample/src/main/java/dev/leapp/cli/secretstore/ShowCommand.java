package dev.leapp.cli.secretstore;

import dev.leapp.cli.output.Result;
import dev.leapp.cli.run.Context;
import dev.leapp.core.port.Availability;
import dev.leapp.core.port.SecretStores;
import java.util.Optional;
import picocli.CommandLine.Command;

/** {@code leapp secret-store show}. */
@Command(
        name = "show",
        description = "Show which secret store is used and whether it works.",
        footer = {"", "Examples:", "  leapp secret-store show"})
final class ShowCommand implements Runnable {

    private final Context context;

    ShowCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        context.out().result(result(context.engine().secretStores().show()));
    }

    static Result result(SecretStores.Choice choice) {
        Optional<String> problem = problem(choice.availability());
        String store = choice.chosen().orElse("not chosen yet; the keychain is tried first");
        String keyFile = choice.keyFile().map(file -> "\nKey file      " + file).orElse("");
        String what = choice.chosen().isPresent() ? "Works         " : "Keychain      ";
        String yes = choice.chosen().isPresent() ? "yes" : "works";
        return new Result("Secret store  " + store + keyFile + "\n" + what
                        + problem.map(why -> "no: " + why).orElse(yes))
                .with("chosen", choice.chosen())
                .with("keyFile", choice.keyFile())
                .with("available", problem.isEmpty())
                .with("problem", problem);
    }

    private static Optional<String> problem(Availability availability) {
        return availability instanceof Availability.Unavailable no ? Optional.of(no.reason()) : Optional.empty();
    }
}
