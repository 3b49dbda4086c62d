package dev.leapp.integration.sso.internal.identitycenter;

import dev.leapp.testkit.contract.IntegrationHarness;
import dev.leapp.testkit.contract.IntegrationProviderContract;

class BrowserContractTest extends IntegrationProviderContract {

    @Override
    protected IntegrationHarness start() {
        return CenterHarness.with(home, scene -> Visitor.withBrowser(scene::agree));
    }
}
