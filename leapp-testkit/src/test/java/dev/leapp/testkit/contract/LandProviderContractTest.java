package dev.leapp.testkit.contract;

class LandProviderContractTest extends IntegrationProviderContract {

    @Override
    protected IntegrationHarness start() {
        return new LandHarness(home, LandProvider::new);
    }
}
