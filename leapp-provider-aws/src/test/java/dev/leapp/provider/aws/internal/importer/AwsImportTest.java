package dev.leapp.provider.aws.internal.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.leapp.core.Leapp;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.port.Environment;
import dev.leapp.core.port.LeappListener;
import dev.leapp.core.port.SecretName;
import dev.leapp.core.port.SecretStore;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.workspace.ConflictPolicy;
import dev.leapp.core.workspace.ImportEntry;
import dev.leapp.core.workspace.ImportEntry.Action;
import dev.leapp.core.workspace.ImportOptions;
import dev.leapp.core.workspace.ImportPlan;
import dev.leapp.core.workspace.ImportSource;
import dev.leapp.core.workspace.NamedProfile;
import dev.leapp.core.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The importer in a real Leapp. */
class AwsImportTest {

    private static final List<String> LINES = List.of(
            "aws_access_key_id = AKIAIOSFODNN7EXAMPLE",
            "aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
            "aws_access_key_id = test",
            "aws_session_token = x",
            "role_arn = arn:aws:iam::123456789012:role/Admin",
            "role_arn = nonsense",
            "source_profile = a",
            "source_profile = b",
            "source_profile = c",
            "source_profile = default",
            "credential_source = Ec2InstanceMetadata",
            "credential_process = leapp session generate s-unknown",
            "sso_session = corp",
            "sso_start_url = https://corp.awsapps.com/start",
            "sso_region = eu-west-1",
            "sso_account_id = 123456789012",
            "sso_role_name = Admin",
            "mfa_serial = arn:aws:iam::123456789012:mfa/ops",
            "mfa_serial = x",
            "duration_seconds = 3600",
            "region = eu-west-1",
            "region = ",
            "  nested = deeper",
            "junk",
            "# a comment",
            "");
    private static final List<String> HEADERS = List.of(
            "[a]",
            "[profile a]",
            "[b]",
            "[profile b]",
            "[profile c]",
            "[default]",
            "[sso-session corp]",
            "[services s]");

    @TempDir
    Path home;

    private final AtomicInteger told = new AtomicInteger();
    private final SecretStore store = SecretStore.inMemory();
    private Leapp leapp;

    @BeforeEach
    void open() {
        leapp = open(home, store);
    }

    @AfterEach
    void close() {
        leapp.close();
    }

    @Test
    void whateverTheFilesSayImportingTwiceChangesNothing() throws IOException {
        long seed = new SecureRandom().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            String as = "seed " + seed + ", round " + round;
            Path place = Files.createDirectories(home.resolve("round" + round));
            String config = write(place, "config", random);
            String credentials = write(place, "credentials", random);
            try (Leapp fresh = open(place, SecretStore.inMemory())) {
                try (ImportPlan plan = plan(fresh, ConflictPolicy.KEEP)) {
                    fresh.transfer().apply(plan);
                }
                assertThat(dangling(fresh.workspaces().read())).as(as).isEmpty();
                try (ImportPlan again = plan(fresh, ConflictPolicy.REPLACE)) {
                    assertThat(again.changesAnything())
                            .as(as + "\n" + config + "\n" + credentials + again.entries())
                            .isFalse();
                }
            }
            assertThat(place.resolve(".aws/config")).as(as).hasContent(config);
            assertThat(place.resolve(".aws/credentials")).as(as).hasContent(credentials);
        }
    }

    @Test
    void aKeyThatCannotBeOneIsRefusedWithWhatHangsOnIt() throws IOException {
        Files.createDirectories(home.resolve(".aws"));
        Files.writeString(home.resolve(".aws/config"), """
                [profile local]
                aws_access_key_id = test
                aws_secret_access_key = test
                [profile role]
                role_arn = arn:aws:iam::123456789012:role/Admin
                source_profile = local
                """);

        try (ImportPlan plan = plan(leapp, ConflictPolicy.KEEP)) {
            assertThat(plan.entries().stream().filter(entry -> entry.kind().equals("session")))
                    .extracting(ImportEntry::action, ImportEntry::reason)
                    .containsExactly(
                            tuple(Action.REFUSED, "Access key id must be 16 to 128 capital letters and digits"),
                            tuple(Action.REFUSED, "it hangs on session local, which is refused"));
        }
    }

    @Test
    void aKeyThatWasRotatedInTheFileIsAConflictUntilReplaced() throws IOException {
        Files.createDirectories(home.resolve(".aws"));
        Path credentials = home.resolve(".aws/credentials");
        Files.writeString(credentials, "[default]\n" + LINES.get(0) + "\n" + LINES.get(1) + "\n");
        try (ImportPlan plan = plan(leapp, ConflictPolicy.KEEP)) {
            leapp.transfer().apply(plan);
        }
        assertThat(leapp.workspaces().read().profiles())
                .extracting(NamedProfile::name)
                .containsExactly("default");
        assertThat(told).hasValue(1);
        SecretName byFormerKey =
                new SecretName(leapp.sessions().find("default").session().id() + "-session-credentials");
        store.put(byFormerKey, Secret.of("what the former key got"));

        Files.writeString(credentials, Files.readString(credentials).replace("EXAMPLEKEY", "ROTATEDKEY"));
        try (ImportPlan plan = plan(leapp, ConflictPolicy.REPLACE)) {
            ImportEntry entry = plan.entries().stream()
                    .filter(each -> each.kind().equals("session"))
                    .findFirst()
                    .orElseThrow();
            assertThat(entry.action()).isEqualTo(Action.REPLACE);
            assertThat(entry.differences())
                    .extracting(ImportEntry.Difference::field)
                    .containsExactly("secret iam-user-aws-session-secret-access-key");
            leapp.transfer().apply(plan);
        }
        assertThat(told).hasValue(2);
        assertThat(store.get(byFormerKey)).isEmpty();
        try (ImportPlan plan = plan(leapp, ConflictPolicy.REPLACE)) {
            assertThat(plan.changesAnything()).isFalse();
        }
    }

    private static String write(Path place, String file, Random random) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int section = random.nextInt(6); section > 0; section--) {
            text.append(HEADERS.get(random.nextInt(HEADERS.size()))).append('\n');
            for (int line = random.nextInt(8); line > 0; line--) {
                text.append(LINES.get(random.nextInt(LINES.size()))).append('\n');
            }
        }
        Path directory = Files.createDirectories(place.resolve(".aws"));
        Files.writeString(directory.resolve(file), text);
        return text.toString();
    }

    private static List<String> dangling(Workspace workspace) {
        return workspace.sessions().stream()
                .flatMap(session -> session.setting("parentSessionId").stream())
                .filter(parent -> workspace
                        .session(new SessionId(parent))
                        .map(Session::id)
                        .isEmpty())
                .toList();
    }

    private static ImportPlan plan(Leapp leapp, ConflictPolicy policy) {
        return leapp.transfer()
                .plan(ImportSource.importer("aws"), ImportOptions.standard().onConflict(policy));
    }

    private Leapp open(Path place, SecretStore store) {
        return Leapp.builder()
                .home(place)
                .environment(Environment.of(Map.of("LEAPP_MACHINE_ID", "0123456789abcdef0123456789abcdef")))
                .secretStore(store)
                .listener(new LeappListener() {
                    @Override
                    public void workspaceChanged() {
                        told.incrementAndGet();
                    }
                })
                .build();
    }
}
