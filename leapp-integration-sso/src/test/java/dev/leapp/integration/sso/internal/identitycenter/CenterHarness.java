package dev.leapp.integration.sso.internal.identitycenter;

import dev.leapp.core.integration.UpstreamAccount;
import dev.leapp.core.port.UserInteraction;
import dev.leapp.core.spi.IntegrationProviderFactory;
import dev.leapp.core.spi.PluginContext;
import dev.leapp.testkit.cloud.LocalPortal;
import dev.leapp.testkit.cloud.PortalEvent;
import dev.leapp.testkit.cloud.PortalFault;
import dev.leapp.testkit.contract.IntegrationHarness;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** An IAM Identity Center on this machine for the contract; its clock stands still, and pauses are short. */
final class CenterHarness implements IntegrationHarness {

    private static final int FOR_EVER = 10_000;

    private final Scene scene;
    private final UserInteraction user;

    private CenterHarness(Scene scene, UserInteraction user) {
        this.scene = scene;
        this.user = user;
    }

    static CenterHarness with(Path home, Function<Scene, UserInteraction> user) {
        Scene scene = Scene.at(home, LocalPortal.builder().accounts(5, 2).interval(Duration.ofSeconds(1)));
        return new CenterHarness(scene, user.apply(scene));
    }

    @Override
    public IntegrationProviderFactory factory() {
        return new IdentityCenterFactory(
                time -> new CountDownLatch(1).await(Math.min(time.toMillis(), 20), TimeUnit.MILLISECONDS));
    }

    @Override
    public PluginContext context() {
        return scene.plugin(Map.of("AWS_ENDPOINT_URL", scene.portal.endpoint().toString()));
    }

    @Override
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>(scene.settings);
        settings.put("awsCliCache", "on");
        settings.put("awsCliSession", "contract");
        return settings;
    }

    @Override
    public UserInteraction user() {
        return user;
    }

    @Override
    public int authorizations() {
        return scene.portal.count(PortalEvent.DEVICE_CODE_GIVEN) + scene.portal.count(PortalEvent.AUTHORIZATION_ASKED);
    }

    @Override
    public int listingCalls() {
        return scene.portal.calls("/assignment/accounts").size()
                + scene.portal.calls("/assignment/roles").size();
    }

    @Override
    public boolean accepts(String accessToken) {
        return scene.portal.isValid(accessToken);
    }

    @Override
    public List<UpstreamAccount> accounts() {
        return scene.portal.accounts().stream()
                .map(account -> new UpstreamAccount(account.id(), account.name()))
                .toList();
    }

    @Override
    public void revokeAccessTokens() {
        scene.portal.revokeAccessTokens();
    }

    @Override
    public void endLogins() {
        scene.portal.revokeAccessTokens();
        scene.portal.revokeRefreshTokens();
    }

    @Override
    public void failListing(String accountId) {
        scene.portal.failNext(
                FOR_EVER,
                PortalFault.answer(500, "InternalServerException", "as told")
                        .at("/assignment/roles")
                        .ofAccount(accountId));
    }

    @Override
    public void close() {
        scene.close();
    }
}
