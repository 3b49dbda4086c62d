package dev.leapp.cli.tour;

import dev.leapp.cli.output.Result;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.error.Trouble;
import dev.leapp.core.integration.LoginFlow;
import dev.leapp.core.integration.NewIntegration;
import dev.leapp.core.integration.SyncOptions;
import dev.leapp.core.integration.SyncPlan;
import dev.leapp.core.port.DeviceCode;
import dev.leapp.core.session.IntegrationId;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.StartOptions;
import dev.leapp.testkit.cloud.LocalPortal;
import dev.leapp.testkit.cloud.PortalAccount;
import java.util.List;
import java.util.stream.Stream;

/** Many sessions by one login: an integration, from its creation to the logout. */
final class SecondAct {

    static final List<PortalAccount> ACCOUNTS = List.of(
            PortalAccount.of("111111111111", "production", "ReadOnly"),
            PortalAccount.of("222222222222", "staging", "Admin", "ReadOnly"),
            PortalAccount.of("333333333333", "sandbox", "Admin"));

    private static final String NAME = "corp";
    private static final String REGION = "eu-west-1";
    private static final String CHOSEN = "staging-ReadOnly";

    private final Stage stage;
    private final Narrator narrator;
    private final LocalPortal portal;
    private final Scripted user;

    SecondAct(Stage stage, LocalPortal portal, Scripted user) {
        this.stage = stage;
        this.narrator = stage.narrator();
        this.portal = portal;
        this.user = user;
    }

    Result play(Result first) {
        narrator.say("", "Now many sessions by one login. A stand-in plays IAM Identity Center, too.");
        IntegrationId corp = create();
        logIn(corp);
        SyncPlan plan = sync(corp);
        Session chosen = chosen(plan);
        String arn = use(chosen);
        logOut(corp, chosen);
        return first.with("syncedSessions", plan.added().size())
                .with("roleArn", arn)
                .with("loggedOut", !isLoggedIn(corp));
    }

    private IntegrationId create() {
        narrator.step("Create an integration: where your sessions come from");
        narrator.command("leapp integration create --type aws-sso --name corp \\");
        narrator.say("         --portal-url " + portal.startUrl() + " --region " + REGION);
        return stage.engine()
                .integrations()
                .create(NewIntegration.builder("aws-sso", NAME)
                        .value("portalUrl", portal.startUrl())
                        .value("region", REGION)
                        .build())
                .integration()
                .id();
    }

    private void logIn(IntegrationId corp) {
        narrator.step("Log in once");
        narrator.command("leapp integration login corp --device-code --no-sync");
        user.arrive(this::approve);
        stage.engine().integrations().login(corp, LoginFlow.DEVICE_CODE);
        narrator.say("   The token lies in the secret store; it serves all sessions of corp.");
    }

    private void approve(DeviceCode code) {
        narrator.say(
                "   Open " + code.page() + " and type in " + code.userCode(),
                "   (You need not: the tour plays you, and has just agreed at the stand-in.)");
        portal.approve(code.userCode());
    }

    private SyncPlan sync(IntegrationId corp) {
        narrator.step("Sync: a session for each role that you have in an account");
        narrator.command("leapp integration sync corp");
        SyncPlan plan = stage.engine().integrations().sync(corp, SyncOptions.usual());
        plan.added().forEach(added -> narrator.say("   + " + added.session().name()));
        return plan;
    }

    private static Session chosen(SyncPlan plan) {
        return plan.added().stream()
                .map(SyncPlan.Added::session)
                .filter(session -> session.name().equals(CHOSEN))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The sync brought no " + CHOSEN));
    }

    private String use(Session session) {
        narrator.step("Start one of them, and use it as any other");
        narrator.command("leapp session start " + CHOSEN);
        stage.engine().sessions().start(session.id(), StartOptions.none());
        String arn = stage.sdk(CHOSEN).callerArn();
        narrator.wrapped("   ", "GetCallerIdentity: you are " + arn);
        return arn;
    }

    private void logOut(IntegrationId corp, Session session) {
        narrator.step("Stop it, and log out: the login is gone, here and upstream");
        narrator.command("leapp session stop " + CHOSEN);
        stage.engine().sessions().stop(session.id());
        narrator.command("leapp integration logout corp");
        stage.engine().integrations().logout(corp);
        user.leave();
        narrator.command("leapp session start " + CHOSEN);
        refusal(session).forEach(line -> narrator.wrapped("   ", line));
        narrator.say("   (Nobody is there to log in: the tour plays you no longer.)");
    }

    private List<String> refusal(Session session) {
        try {
            stage.engine().sessions().start(session.id(), StartOptions.none());
        } catch (LeappException e) {
            if (e.code().trouble() == Trouble.LOGIN_NEEDED) {
                return Stream.concat(Stream.of(e.getMessage()), e.hint().stream())
                        .toList();
            }
            throw e;
        }
        throw new IllegalStateException("A session started without a login");
    }

    private boolean isLoggedIn(IntegrationId corp) {
        return stage.engine()
                .integrations()
                .find(corp.value())
                .login()
                .loggedInAt()
                .isPresent();
    }
}
