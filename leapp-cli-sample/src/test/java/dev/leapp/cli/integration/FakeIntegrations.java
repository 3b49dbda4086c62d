package dev.leapp.cli.integration;

import dev.leapp.cli.run.Engine;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.integration.Integration;
import dev.leapp.core.integration.IntegrationEdit;
import dev.leapp.core.integration.IntegrationView;
import dev.leapp.core.integration.Integrations;
import dev.leapp.core.integration.Listing;
import dev.leapp.core.integration.LoginFlow;
import dev.leapp.core.integration.LoginState;
import dev.leapp.core.integration.NewIntegration;
import dev.leapp.core.integration.SyncOptions;
import dev.leapp.core.integration.SyncPlan;
import dev.leapp.core.session.IntegrationId;
import dev.leapp.core.session.Session;
import dev.leapp.core.spi.FieldSpec;
import dev.leapp.core.spi.IntegrationDescriptor;
import dev.leapp.core.spi.Plugins;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Integrations that are what a test says, and note what is asked of them. */
final class FakeIntegrations implements Integrations {

    static final IntegrationDescriptor CENTER = new IntegrationDescriptor(
            "aws-sso",
            "AWS IAM Identity Center",
            List.of(
                    FieldSpec.builder("portalUrl", "Start URL")
                            .help("where users start")
                            .pattern("https://.+", "must begin with https://")
                            .build(),
                    FieldSpec.builder("region", "Region").optional().build(),
                    FieldSpec.builder("template", "Template").advanced().build()),
            Set.of("portalUrl", "region"));

    static final IntegrationDescriptor AZURE = new IntegrationDescriptor(
            "azure", "Azure", List.of(FieldSpec.builder("tenantId", "Tenant id").build()), Set.of("tenantId"));

    final List<IntegrationView> views = new ArrayList<>();
    final List<String> asked = new ArrayList<>();
    final List<Session> dependents = new ArrayList<>();

    private final List<IntegrationDescriptor> types;
    private Function<SyncOptions, SyncPlan> plans = options -> {
        throw new AssertionError("not to be synced");
    };
    private LoginState afterLogin = LoginState.none();
    private @Nullable LeappException failure;

    FakeIntegrations(IntegrationDescriptor... types) {
        this.types = List.of(types);
    }

    FakeIntegrations with(IntegrationView view) {
        views.add(view);
        return this;
    }

    FakeIntegrations syncing(Function<SyncOptions, SyncPlan> made) {
        plans = made;
        return this;
    }

    FakeIntegrations loggingIn(LoginState state) {
        afterLogin = state;
        return this;
    }

    FakeIntegrations failing(LeappException next) {
        failure = next;
        return this;
    }

    /** The same Leapp, but with these integrations. */
    Engine.Opener in(Engine.Opener real) {
        return around -> {
            Engine engine = real.open(around);
            Plugins plugins = replacing(Plugins.class, engine.plugins(), Map.of("integrations", () -> types));
            return replacing(Engine.class, engine, Map.of("integrations", () -> this, "plugins", () -> plugins));
        };
    }

    private <T> T replacing(Class<T> type, T real, Map<String, Supplier<Object>> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, args) -> answer(real, answers, method, args)));
    }

    private @Nullable Object answer(
            Object real, Map<String, Supplier<Object>> answers, Method method, Object @Nullable [] args)
            throws Throwable {
        if (method.getName().equals("integration") && args != null) {
            return types.stream().filter(each -> each.type().equals(args[0])).findFirst();
        }
        Supplier<Object> answer = answers.get(method.getName());
        if (answer != null) {
            return answer.get();
        }
        try {
            return method.invoke(real, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    public List<IntegrationView> list() {
        return List.copyOf(views);
    }

    @Override
    public IntegrationView find(String reference) {
        return views.stream()
                .filter(view -> view.integration().alias().equals(reference)
                        || view.integration().id().value().equals(reference))
                .findFirst()
                .orElseThrow(() -> new LeappException(
                        CoreErrorCode.INTEGRATION_NOT_FOUND,
                        "There is no integration '" + reference + "'",
                        "'leapp integration list' shows them"));
    }

    @Override
    public IntegrationView create(NewIntegration integration) {
        fail();
        asked.add("create " + integration.type() + " " + integration.alias() + " " + integration.values());
        Map<String, String> settings = new LinkedHashMap<>(integration.values());
        settings.putIfAbsent("region", "eu-west-1");
        views.add(new IntegrationView(
                new Integration(new IntegrationId("new-id"), integration.alias(), integration.type(), settings),
                LoginState.none(),
                0,
                0));
        return views.get(views.size() - 1);
    }

    @Override
    public IntegrationView edit(IntegrationId id, IntegrationEdit edit) {
        asked.add("edit " + id + " " + edit.alias().orElse("-") + " " + edit.values());
        IntegrationView before = find(id.value());
        Integration integration = before.integration();
        return new IntegrationView(
                new Integration(
                        id, edit.alias().orElse(integration.alias()), integration.type(), integration.settings()),
                edit.values().isEmpty() ? before.login() : LoginState.none(),
                before.sessions(),
                before.orphaned());
    }

    @Override
    public List<Session> dependents(IntegrationId id) {
        return List.copyOf(dependents);
    }

    @Override
    public List<Session> delete(IntegrationId id, boolean cascade) {
        asked.add("delete " + id + (cascade ? " with sessions" : ""));
        return List.copyOf(dependents);
    }

    @Override
    public LoginState login(IntegrationId id, LoginFlow flow) {
        fail();
        asked.add("login " + id + " " + flow);
        views.replaceAll(view -> view.integration().id().equals(id)
                ? new IntegrationView(view.integration(), afterLogin, view.sessions(), view.orphaned())
                : view);
        return afterLogin;
    }

    @Override
    public boolean logout(IntegrationId id) {
        asked.add("logout " + id);
        return find(id.value()).login().loggedInAt().isPresent();
    }

    @Override
    public Listing list(IntegrationId id, SyncOptions options) {
        fail();
        asked.add("list " + id + " " + options);
        return plans.apply(options).listing();
    }

    @Override
    public SyncPlan plan(Listing listing, SyncOptions options) {
        asked.add("plan");
        return plans.apply(options);
    }

    @Override
    public SyncPlan sync(Listing listing, SyncOptions options) {
        asked.add("sync");
        return plans.apply(options);
    }

    @Override
    public SyncPlan sync(SyncPlan agreed, SyncOptions options) {
        asked.add("sync as agreed");
        return plans.apply(options);
    }

    private void fail() {
        LeappException now = failure;
        if (now != null) {
            failure = null;
            throw now;
        }
    }
}
