package dev.leapp.cli.tour;

import dev.leapp.cli.output.OutputFormat;
import dev.leapp.cli.output.Result;
import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.Engine;
import dev.leapp.testkit.cloud.LocalPortal;
import dev.leapp.testkit.cloud.LocalSts;
import dev.leapp.testkit.cloud.StsUser;
import java.util.Map;

/** The life of one session, and of many that come from one login, told while it happens. */
final class Tour {

    private final Context context;
    private final Narrator narrator;
    private final Randomness random = new Randomness();
    private final Scripted user = new Scripted();

    Tour(Context context) {
        this.context = context;
        this.narrator = new Narrator(context);
    }

    void run() {
        StsUser key = new StsUser(FirstAct.NAME, "AKIA" + random.letters(16), random.base64(30));
        try (ThrowAwayHome home = ThrowAwayHome.create();
                LocalSts sts = LocalSts.builder().user(key).start();
                LocalPortal portal = portal(sts);
                Engine engine = open(home, sts, portal)) {
            narrator.say(
                    "The life of a session, in a throw-away home: nothing of yours is touched.",
                    "AWS is played by a local stand-in of its Security Token Service (STS) at",
                    sts.endpoint() + ". It checks keys and signatures as AWS does, but no",
                    "AWS account is involved, and nothing leaves this machine.");
            Stage stage = new Stage(context, narrator, home, engine, sts.endpoint());
            Result first = new FirstAct(stage).play(key);
            Result result = new SecondAct(stage, portal, user).play(first);
            narrator.say("", "That was all of it. Your turn: 'leapp session add' or 'leapp integration create'");
            narrator.say("asks for what it needs.");
            tell(result);
        }
    }

    private static LocalPortal portal(LocalSts sts) {
        LocalPortal.Builder portal = LocalPortal.builder().sts(sts).userName("you");
        SecondAct.ACCOUNTS.forEach(portal::account);
        return portal.start();
    }

    private void tell(Result result) {
        if (context.out().format() != OutputFormat.TABLE) {
            context.out().result(result);
        }
    }

    private Engine open(ThrowAwayHome home, LocalSts sts, LocalPortal portal) {
        Map<String, String> environment = Map.of(
                "LEAPP_MACHINE_ID", random.hex(16),
                "LEAPP_PASSPHRASE", random.base64(24),
                "AWS_ENDPOINT_URL_STS", sts.endpoint().toString(),
                "AWS_ENDPOINT_URL_SSO", portal.endpoint().toString(),
                "AWS_ENDPOINT_URL_SSO_OIDC", portal.endpoint().toString());
        return context.opener().open(new Engine.Surroundings(home.directory(), environment, user));
    }
}
