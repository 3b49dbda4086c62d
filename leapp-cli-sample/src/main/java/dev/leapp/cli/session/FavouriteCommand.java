package dev.leapp.cli.session;

import dev.leapp.cli.run.Context;
import dev.leapp.core.session.SessionEdit;
import dev.leapp.core.session.SessionView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code leapp session favourite}. */
@Command(
        name = "favourite",
        description = "Make a session a favourite: lists show it first.",
        footer = {"", "Examples:", "  leapp session favourite ops", "  leapp session favourite ops --remove"})
final class FavouriteCommand implements Runnable {

    private final Context context;

    @Mixin
    SessionArgument session;

    @Option(names = "--remove", description = "Make it a session like others again.")
    boolean remove;

    FavouriteCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        SessionView view = session.find(
                context,
                remove ? "remove from the favourites" : "make a favourite",
                each -> each.session().isFavourite() == remove);
        SessionEdit edit = SessionEdit.builder().favourite(!remove).build();
        SessionView after = context.engine().sessions().edit(view.session().id(), edit);
        String sentence = remove ? " is no favourite any more" : " is a favourite";
        context.out()
                .result(SessionResults.of(after, "session " + after.session().name() + sentence));
    }
}
