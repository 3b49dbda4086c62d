package dev.leapp.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.leapp.core.credential.Credentials;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.error.Trouble;
import dev.leapp.core.session.NewSession;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.spi.AccessMethod;
import dev.leapp.core.spi.AccessMethodDescriptor;
import dev.leapp.core.spi.AccessMethodFactory;
import dev.leapp.core.spi.FieldSpec;
import dev.leapp.core.spi.IssueContext;
import dev.leapp.core.spi.PluginContext;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every {@link AccessMethod} promises. Extend it, give a session that works against a local stand-in of your cloud, and, where
 * your cloud can say no or be away, one that is refused and one that can't reach it.
 *
 * @since 0.1
 */
public abstract class AccessMethodContract {

    private static final SessionId ID = new SessionId("contract-session");

    /** A home directory that belongs to the test. */
    @TempDir
    protected Path home;

    /** For subclasses. */
    protected AccessMethodContract() {}

    /**
     * Returns the factory of the access method.
     *
     * @return the factory
     */
    protected abstract AccessMethodFactory factory();

    /**
     * Returns surroundings in which the cloud, or its stand-in, answers.
     *
     * @return the context
     */
    protected abstract PluginContext context();

    /**
     * Returns what a user gives for a session that works.
     *
     * @return all required fields
     */
    protected abstract NewSession working();

    /**
     * Returns what a user gives for a session that the cloud refuses.
     *
     * @return all required fields, empty if the access method never asks the cloud
     */
    protected abstract Optional<NewSession> refused();

    /**
     * Returns surroundings in which the cloud can't be reached.
     *
     * @return the context, empty if the access method never asks the cloud
     */
    protected abstract Optional<PluginContext> unreachable();

    @Test
    void issuesCredentialsThatAreValidNow() {
        Credentials issued = issue(context(), working());

        assertThat(issued.isValidAt(context().clock().instant())).isTrue();
        assertThat(issued.secrets()).isNotEmpty();
        assertThat(issued.toString())
                .doesNotContain(
                        issued.secrets().values().stream().map(Secret::reveal).toArray(String[]::new));
    }

    @Test
    void aRefusalSaysWhatToDoAndHoldsNoSecret() {
        if (refused().isEmpty()) {
            return; // this access method never asks the cloud
        }
        NewSession refused = refused().get();

        Throwable failure = catchThrowable(() -> issue(context(), refused));

        assertThat(failure).isInstanceOfSatisfying(LeappException.class, e -> {
            assertThat(e.code().trouble()).isIn(Trouble.REFUSED, Trouble.LOGIN_NEEDED);
            assertThat(e.hint()).isPresent();
            assertThat(e.getMessage()).contains(refused.name());
        });
        for (Secret secret : refused.secrets().values()) {
            assertThat(everythingOf(failure)).doesNotContain(secret.reveal());
        }
    }

    @Test
    void aCloudThatIsAwayIsNetworkTrouble() {
        if (unreachable().isEmpty()) {
            return; // this access method never asks the cloud
        }

        assertThatThrownBy(() -> issue(unreachable().orElseThrow(), working()))
                .isInstanceOfSatisfying(
                        LeappException.class,
                        e -> assertThat(e.code().trouble()).isEqualTo(Trouble.NETWORK));
    }

    @Test
    void fieldsHaveDistinctNamesAndSecretsAreNeverSettings() {
        AccessMethodDescriptor descriptor = factory().descriptor();
        Set<String> names = new HashSet<>();

        for (FieldSpec field : descriptor.fields()) {
            assertThat(names.add(field.name())).as(field.name()).isTrue();
            assertThat(field.aliases()).allMatch(names::add);
            assertThat(!field.secret() || field.inSecretStore())
                    .as(field.name())
                    .isTrue();
            field.defaultValue()
                    .ifPresent(value -> assertThat(field.problemWith(value)).isEmpty());
        }
    }

    @Test
    void problemsDoNotRepeatTheValue() {
        String odd = "no-such-value-\u0007";
        for (FieldSpec field : factory().descriptor().fields()) {
            field.problemWith(odd)
                    .ifPresent(words -> assertThat(words).as(field.name()).doesNotContain(odd));
        }
    }

    /**
     * Issues credentials as core would.
     *
     * @param surroundings the context
     * @param wanted what the user gave
     * @return the credentials
     */
    protected final Credentials issue(PluginContext surroundings, NewSession wanted) {
        AccessMethodDescriptor descriptor = factory().descriptor();
        KeptInMemory secrets = new KeptInMemory();
        Session.Builder session = Session.builder(
                ID, wanted.name(), descriptor.type(), wanted.region().orElse("us-east-1"));
        for (FieldSpec field : descriptor.fields()) {
            field.defaultValue().ifPresent(value -> session.setting(field.name(), value));
        }
        for (Map.Entry<String, String> value : wanted.values().entrySet()) {
            FieldSpec field = descriptor.field(value.getKey()).orElseThrow();
            field.secretAccount()
                    .ifPresentOrElse(
                            account -> secrets.put(account, Secret.of(value.getValue())),
                            () -> session.setting(field.name(), value.getValue()));
        }
        wanted.secrets()
                .forEach((name, secret) -> secrets.put(
                        descriptor.field(name).orElseThrow().secretAccount().orElseThrow(), secret));
        return factory()
                .create(surroundings)
                .issue(IssueContext.builder(session.build())
                        .secrets(secrets)
                        .deadline(surroundings.clock().instant().plus(Duration.ofMinutes(1)))
                        .build());
    }

    private static String everythingOf(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
