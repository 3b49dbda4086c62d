package dev.leapp.cli.session;

import dev.leapp.cli.output.Result;
import dev.leapp.core.session.Failure;
import dev.leapp.core.session.SessionView;
import dev.leapp.core.session.Standing;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What commands tell about one session. */
final class SessionResults {

    private SessionResults() {}

    static Result of(SessionView view, String sentence) {
        return new Result(sentence)
                .with("id", view.session().id())
                .with("name", view.session().name())
                .with("type", view.session().type())
                .with("profile", view.profileName())
                .with("region", view.session().region())
                .with("status", view.status())
                .with("standing", view.standing())
                .with("expiresAt", view.expiresAt())
                .with("leasedUntil", view.leasedUntil())
                .with("chain", view.session().chain())
                .with("favourite", view.session().isFavourite())
                .with("tags", view.session().tags())
                .with("lastFailure", failure(view));
    }

    /** Tells whether something is wrong with what an active session made available. */
    static boolean isBroken(SessionView view) {
        return view.standing().map(Standing::isBroken).orElse(false);
    }

    static @Nullable Object failure(SessionView view) {
        return view.lastFailure().map(SessionResults::asMap).orElse(null);
    }

    private static Map<String, Object> asMap(Failure failure) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("at", failure.at());
        map.put("code", failure.code());
        map.put("message", failure.message());
        return map;
    }
}
