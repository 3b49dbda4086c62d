package dev.leapp.provider.aws.internal.access;

import dev.leapp.core.session.NewSession;
import dev.leapp.core.session.SessionType;
import dev.leapp.core.spi.AccessMethodFactory;
import dev.leapp.core.spi.PluginContext;
import dev.leapp.provider.aws.Fixtures;
import dev.leapp.testkit.contract.AccessMethodContract;
import java.util.Map;
import java.util.Optional;

class LocalStackContractTest extends AccessMethodContract {

    @Override
    protected AccessMethodFactory factory() {
        return new LocalStackFactory();
    }

    @Override
    protected PluginContext context() {
        return Fixtures.plugin(home, Map.of()).build();
    }

    @Override
    protected NewSession working() {
        return NewSession.builder(new SessionType("aws-localstack"), "local").build();
    }

    @Override
    protected Optional<NewSession> refused() {
        return Optional.empty();
    }

    @Override
    protected Optional<PluginContext> unreachable() {
        return Optional.empty();
    }
}
