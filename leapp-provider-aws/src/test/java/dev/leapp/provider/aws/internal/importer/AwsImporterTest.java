package dev.leapp.provider.aws.internal.importer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.core.integration.Integration;
import dev.leapp.core.session.AttemptId;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.spi.ImportContext;
import dev.leapp.core.spi.Receipt;
import dev.leapp.core.spi.WorkspaceImport;
import dev.leapp.core.spi.WorkspaceImport.Refusal;
import dev.leapp.core.workspace.NamedProfile;
import dev.leapp.provider.aws.Fixtures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AwsImporterTest {

    private static final String KEYS =
            "aws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n";
    private static final String ROLE = "role_arn = arn:aws:iam::123456789012:role/Admin\n";

    @TempDir
    Path home;

    private final Map<String, String> environment = new HashMap<>();
    private final List<Receipt> receipts = new ArrayList<>();
    private Path config = Path.of("");
    private Path credentials = Path.of("");

    @BeforeEach
    void setUp() throws IOException {
        Path directory = Files.createDirectories(home.resolve(".aws"));
        config = directory.resolve("config");
        credentials = directory.resolve("credentials");
    }

    @Test
    void anAccessKeyBecomesAUserOnTheProfileOfThatName() throws IOException {
        Files.writeString(credentials, "[ops]\n" + KEYS);
        Files.writeString(
                config, "[profile ops]\nregion = eu-west-1\nmfa_serial = " + Fixtures.MFA + "\noutput = json\n");

        WorkspaceImport found = read();

        Session ops = session(found, "ops");
        assertThat(ops.type().value()).isEqualTo("aws-iam-user");
        assertThat(ops.region()).isEqualTo("eu-west-1");
        assertThat(ops.settings()).containsExactly(Map.entry("mfaDevice", Fixtures.MFA));
        assertThat(found.definitions().profiles())
                .containsExactly(new NamedProfile(ops.profileId().orElseThrow(), "ops"));
        assertThat(revealed(found, ops))
                .containsOnly(
                        Map.entry("iam-user-aws-session-access-key-id", "AKIAIOSFODNN7EXAMPLE"),
                        Map.entry(
                                "iam-user-aws-session-secret-access-key", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"));
        assertThat(found.remarks()).hasSize(2).first().asString().endsWith("in plain text: ops");
        assertThat(found.refused()).isEmpty();
    }

    @Test
    void theDefaultProfileIsReadInAllItsSpellings() throws IOException {
        Files.writeString(credentials, "[default]\n" + KEYS);
        Files.writeString(config, "[default]\nregion = eu-west-1\n[profile default]\nregion = eu-west-2\n");

        assertThat(session(read(), "default").region()).isEqualTo("eu-west-2");
    }

    @Test
    void theCredentialsFileWinsAndSectionsAreJoined() throws IOException {
        Files.writeString(credentials, "[ops]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\n[ops]\nregion = eu-west-3\n");
        Files.writeString(config, "[profile ops]\naws_secret_access_key = from-the-config-file\nregion = eu-west-1\n");

        Session ops = session(read(), "ops");

        assertThat(ops.region()).isEqualTo("eu-west-3");
        assertThat(revealed(read(), ops)).containsValue("from-the-config-file");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[profile \"two words\"]",
                "[profile 'two words']",
                "[profile two words]",
                "[ profile  two words ]",
                "[profile\ttwo words]"
            })
    void profileNamesAreReadAsTheAwsToolsReadThem(String header) throws IOException {
        Files.writeString(config, header + "\n" + KEYS);

        assertThat(session(read(), "two words").type().value()).isEqualTo("aws-iam-user");
    }

    @Test
    void filesOfWindowsAndForeignLettersAreRead() throws IOException {
        Files.write(
                credentials,
                ("\ufeff; a comment\r\n\r\n[größe]\r\n  # another\r\n" + KEYS.replace("\n", "\r\n")
                                + "s3 =\r\n  max_concurrent_requests = 20\r\n[last]\r\naws_access_key_id = AKIA")
                        .getBytes(StandardCharsets.UTF_8));

        WorkspaceImport found = read();

        assertThat(session(found, "größe").type().value()).isEqualTo("aws-iam-user");
        assertThat(refusals(found)).containsExactly("last: of an access key it has only one half");
    }

    @Test
    void otherPlacesOfTheFilesAreHonoured() throws IOException {
        environment.put("AWS_CONFIG_FILE", home.resolve("c").toString());
        environment.put("AWS_SHARED_CREDENTIALS_FILE", "~/k");
        Files.writeString(home.resolve("c"), "[profile ops]\nregion = eu-west-1\n");
        Files.writeString(home.resolve("k"), "[ops]\n" + KEYS);
        Files.writeString(credentials, "[other]\n" + KEYS);

        assertThat(read().definitions().sessions()).extracting(Session::name).containsExactly("ops");
    }

    @Test
    void withoutFilesNothingIsFound() {
        WorkspaceImport found = read();

        assertThat(found.definitions().sessions()).isEmpty();
        assertThat(found.refused()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "aws_session_token = x|its keys are temporary credentials, which expire",
                "aws_security_token = x|its keys are temporary credentials, which expire",
                "aws_access_key_id = ASIAIOSFODNN7EXAMPLE|its keys are temporary credentials, which expire",
                "aws_access_key_id =|of an access key it has only one half",
                "region = EU (Frankfurt)|its region does not look like one"
            })
    void accessKeysThatWouldNotWorkAreRefused(String line, String reason) throws IOException {
        Files.writeString(credentials, "[ops]\n" + KEYS + line + "\n");

        WorkspaceImport found = read();

        assertThat(found.definitions().sessions()).isEmpty();
        assertThat(found.secrets()).isEmpty();
        assertThat(refusals(found)).containsExactly("ops: " + reason);
    }

    @Test
    void rolesHangOnTheirSourceHoweverDeep() throws IOException {
        Files.writeString(
                config,
                "[profile c]\nsource_profile = b\nrole_session_name = me\nexternal_id = secret-handshake\n"
                        + "mfa_serial = " + Fixtures.MFA + "\nduration_seconds = 3600\n" + ROLE
                        + "[profile b]\nsource_profile = a\n" + ROLE
                        + "[profile a]\n" + KEYS);

        WorkspaceImport found = read();

        assertThat(session(found, "c").type().value()).isEqualTo("aws-iam-role-chained");
        assertThat(session(found, "c").settings())
                .containsExactly(
                        Map.entry("roleArn", "arn:aws:iam::123456789012:role/Admin"),
                        Map.entry("parentSessionId", session(found, "b").id().value()),
                        Map.entry("roleSessionName", "me"),
                        Map.entry("externalId", "secret-handshake"),
                        Map.entry("mfaDevice", Fixtures.MFA),
                        Map.entry("duration", "3600"));
        assertThat(session(found, "b").settings())
                .containsEntry("parentSessionId", session(found, "a").id().value())
                .containsEntry("roleSessionName", "assumed-from-leapp")
                .hasSize(3);
    }

    @Test
    void aThousandRolesInARowAreFollowed() throws IOException {
        StringBuilder text = new StringBuilder("[profile r0]\n" + KEYS);
        for (int i = 1; i <= 1000; i++) {
            text.insert(0, "[profile r" + i + "]\nsource_profile = r" + (i - 1) + "\n" + ROLE);
        }
        Files.writeString(config, text);

        WorkspaceImport found = read();

        assertThat(found.definitions().sessions()).hasSize(1001);
        assertThat(found.refused()).isEmpty();
    }

    @Test
    void aProfileThatIsItsOwnSourceBecomesAUserAndARole() throws IOException {
        Files.writeString(
                config, "[profile ops]\nsource_profile = ops\nmfa_serial = " + Fixtures.MFA + "\n" + ROLE + KEYS);

        WorkspaceImport found = read();

        Session user = session(found, "ops-source");
        assertThat(user.type().value()).isEqualTo("aws-iam-user");
        assertThat(user.settings()).isEmpty();
        assertThat(user.profileId()).isEqualTo(session(found, "ops").profileId());
        assertThat(session(found, "ops").settings())
                .containsEntry("parentSessionId", user.id().value())
                .containsEntry("mfaDevice", Fixtures.MFA);
        assertThat(revealed(found, user)).hasSize(2);
    }

    @Test
    void aSourceWithAnAccessKeyOfItsOwnGivesThatAndNotItsRole() throws IOException {
        Files.writeString(
                config,
                "[profile a]\nsource_profile = b\n" + ROLE + "[profile b]\nsource_profile = c\n" + ROLE + KEYS
                        + "[profile c]\n" + KEYS);

        WorkspaceImport found = read();

        assertThat(session(found, "a").setting("parentSessionId"))
                .contains(session(found, "b-source").id().value());
        assertThat(session(found, "b").setting("parentSessionId"))
                .contains(session(found, "c").id().value());
    }

    @Test
    void rolesThatLeadNowhereOrInACircleAreRefused() throws IOException {
        Files.writeString(
                config,
                "[profile a]\nsource_profile = b\n" + ROLE + "[profile b]\nsource_profile = c\n" + ROLE
                        + "[profile c]\nsource_profile = b\n" + ROLE + "[profile self]\nsource_profile = self\n" + ROLE
                        + "[profile lost]\nsource_profile = nowhere\n" + ROLE
                        + "[profile onLost]\nsource_profile = lost\n" + ROLE
                        + "[profile temporary]\naws_session_token = x\n" + KEYS
                        + "[profile onTemporary]\nsource_profile = temporary\n" + ROLE);

        WorkspaceImport found = read();

        assertThat(found.definitions().sessions()).isEmpty();
        assertThat(refusals(found))
                .containsExactly(
                        "a: it hangs on profile 'b', which can't be imported",
                        "b: source_profile leads back to itself: b > c > b",
                        "c: source_profile leads back to itself: b > c > b",
                        "self: its source_profile is itself, but it has no access key",
                        "lost: its source_profile 'nowhere' is in neither file",
                        "onLost: it hangs on profile 'lost', which can't be imported",
                        "temporary: its keys are temporary credentials, which expire",
                        "onTemporary: it hangs on profile 'temporary', which can't be imported");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "role_arn = not an arn|source_profile = x|its role_arn is not the ARN of a role",
                "role_arn = arn:aws:iam::1:user/x|source_profile = x|its role_arn is not the ARN of a role",
                "role_arn = arn:aws:iam::123456789012:role/A|output = json|it has a role_arn, but no source_profile",
                "role_arn = arn:aws:iam::123456789012:role/A|credential_source = Environment"
                        + "|credential_source takes credentials of the machine that the file is for",
                "role_arn = arn:aws:iam::123456789012:role/A|web_identity_token_file = /t"
                        + "|web_identity_token_file is a token of the machine that the file is for",
                "credential_process = vault|region = eu-west-1|credential_process runs a program of its own",
                "credential_process = /x/session-generate y|region = r|credential_process runs a program of its own",
                "login_session = arn:x|region = eu-west-1|login_session belongs to 'aws login'",
                "region = eu-west-1|output = json|it has no credentials, only region, output",
                "source_profile = x|region = eu-west-1|it has no credentials, only source_profile, region"
            })
    void whatCantBecomeASessionIsRefusedWithItsReason(String one, String two, String reason) throws IOException {
        Files.writeString(config, "[profile ops]\n" + one + "\n" + two + "\n");

        WorkspaceImport found = read();

        assertThat(found.definitions().sessions()).isEmpty();
        assertThat(found.definitions().profiles()).isEmpty();
        assertThat(refusals(found)).containsExactly("ops: " + reason);
    }

    @Test
    void partitionsOtherThanAwsAreKept() throws IOException {
        Files.writeString(
                config,
                "[profile gov]\nsource_profile = keys\nrole_arn = arn:aws-us-gov:iam::123456789012:role/path/to/Admin\n"
                        + "[profile keys]\n" + KEYS);

        assertThat(session(read(), "gov").setting("roleArn"))
                .contains("arn:aws-us-gov:iam::123456789012:role/path/to/Admin");
    }

    @Test
    void anSsoSessionIsAnIntegrationAndItsProfilesAreRoles() throws IOException {
        Files.writeString(config, """
                [sso-session corp]
                sso_start_url = https://d-1234567890.awsapps.com/start/#/
                sso_region = eu-west-1
                sso_registration_scopes = sso:account:access
                [profile admin]
                sso_session = corp
                sso_account_id = 123456789012
                sso_role_name = Admin
                region = eu-central-1
                [profile deploy]
                role_arn = arn:aws:iam::210987654321:role/Deploy
                source_profile = admin
                """);

        WorkspaceImport found = read();

        Integration corp = found.definitions().integrations().get(0);
        assertThat(found.definitions().integrations()).hasSize(1);
        assertThat(corp.alias()).isEqualTo("corp");
        assertThat(corp.type()).isEqualTo("aws-sso");
        assertThat(corp.settings())
                .containsOnly(
                        Map.entry("portalUrl", "https://d-1234567890.awsapps.com/start"),
                        Map.entry("region", "eu-west-1"));
        Session admin = session(found, "admin");
        assertThat(admin.type().value()).isEqualTo("aws-sso-role");
        assertThat(admin.region()).isEqualTo("eu-central-1");
        assertThat(admin.settings())
                .containsExactly(
                        Map.entry("roleArn", "arn:aws:iam::123456789012/Admin"),
                        Map.entry("awsSsoConfigurationId", corp.id().value()));
        assertThat(admin.origin()).hasValueSatisfying(origin -> {
            assertThat(origin.integration()).isEqualTo(corp.id());
            assertThat(origin.upstreamId()).isEqualTo("123456789012/Admin");
        });
        assertThat(session(found, "deploy").setting("parentSessionId"))
                .contains(admin.id().value());
    }

    @Test
    void oneStartUrlIsOneIntegrationHoweverItIsWritten() throws IOException {
        Files.writeString(config, """
                [profile old]
                sso_start_url = https://corp.awsapps.com/start#
                sso_region = eu-west-1
                sso_account_id = 123456789012
                sso_role_name = Admin
                [profile older]
                sso_start_url = https://corp.awsapps.com/start/
                sso_region = eu-west-1
                sso_account_id = 123456789012
                sso_role_name = Admin
                [profile elsewhere]
                sso_start_url = https://corp.awsapps.com/start
                sso_region = us-east-1
                sso_account_id = 123456789012
                sso_role_name = Admin
                """);

        WorkspaceImport found = read();

        assertThat(found.definitions().integrations())
                .extracting(Integration::alias)
                .containsExactly("corp.awsapps.com", "corp.awsapps.com");
        assertThat(session(found, "old").origin()).isPresent();
        assertThat(session(found, "older").origin()).as("the same role twice").isEmpty();
        assertThat(session(found, "elsewhere").origin()).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sso_session = nowhere|region = eu-west-1|its sso_session is not in the config file",
                "sso_start_url = corp|sso_region = eu-west-1|it has no sso_start_url that is a URL",
                "sso_start_url = https://corp|sso_account_id = 123456789012|it has no sso_region",
                "sso_start_url = https://corp|sso_region = eu-west-1"
                        + "|it names no account and role; its portal is imported as an integration"
            })
    void anSsoProfileThatLacksSomethingIsRefused(String one, String two, String reason) throws IOException {
        Files.writeString(config, "[profile ops]\n" + one + "\n" + two + "\n");

        WorkspaceImport found = read();

        assertThat(found.definitions().sessions()).isEmpty();
        assertThat(refusals(found)).containsExactly("ops: " + reason);
    }

    @Test
    void otherSectionsAreToldOf() throws IOException {
        Files.writeString(config, """
                [services local]
                s3 =
                  endpoint_url = http://localhost
                [plugins]
                cli = x
                [ops]
                region = r
                [sso-session broken]
                sso_region = eu-west-1
                """);

        WorkspaceImport found = read();

        assertThat(found.refused())
                .containsExactly(
                        new Refusal("integration", "broken", "it has no sso_start_url that is a URL"),
                        new Refusal("section", "services local", "settings of services are not imported"),
                        new Refusal("section", "plugins", "it is no profile of the AWS tools"),
                        new Refusal("section", "ops", "it is no profile of the AWS tools"));
    }

    @Test
    void aNameThatNoSessionCouldBePublishedUnderIsRefused() throws IOException {
        Files.writeString(credentials, "[it's]\n" + KEYS + "[bad\u0001name]\n" + KEYS);

        assertThat(refusals(read()))
                .containsExactly(
                        "it's: no session can be published under that name",
                        "bad\u0001name: no session can be published under that name");
    }

    @Test
    void whatLeappPublishedIsLeftOutAndIsTheParentOfWhatHangsOnIt() throws IOException {
        Files.writeString(credentials, "[ops]\n" + KEYS);
        Files.writeString(
                config,
                "[profile line]\ncredential_process = \"/opt/my leapp\" session generate s-line\nregion = eu-west-1\n"
                        + "[profile onOps]\nsource_profile = ops\n" + ROLE
                        + "[profile onLine]\nsource_profile = line\n" + ROLE);
        receipts.add(new Receipt(
                "aws-credentials-file",
                new SessionId("s-ops"),
                new AttemptId("a"),
                List.of(new Receipt.Change(credentials, "[ops]", Map.of()))));

        WorkspaceImport found = read();

        assertThat(refusals(found))
                .containsExactly(
                        "line: Leapp itself published it, for session s-line",
                        "ops: Leapp itself published it, for session s-ops");
        assertThat(session(found, "onOps").setting("parentSessionId")).contains("s-ops");
        assertThat(session(found, "onLine").setting("parentSessionId")).contains("s-line");
        assertThat(found.secrets()).isEmpty();
    }

    @Test
    void readingTwiceGivesTheSameIdsAndChangesNoByte() throws IOException {
        String text = "# mine\r\n[ops]\n" + KEYS + "\n\n";
        Files.writeString(credentials, text);

        WorkspaceImport once = read();
        WorkspaceImport twice = read();

        assertThat(twice.definitions()).isEqualTo(once.definitions());
        assertThat(twice.secrets()).isEqualTo(once.secrets());
        assertThat(credentials).hasBinaryContent(text.getBytes(StandardCharsets.UTF_8));
        try (var files = Files.list(home.resolve(".aws"))) {
            assertThat(files).containsExactly(credentials);
        }
    }

    @Test
    void nothingShowsASecret() throws IOException {
        Files.writeString(credentials, "[ops]\n" + KEYS);

        AwsProfile profile = new AwsProfile("ops", Map.of("aws_secret_access_key", "canary"));

        assertThat(read().toString()).doesNotContain("wJalr");
        assertThat(profile.toString()).doesNotContain("canary");
    }

    private WorkspaceImport read() {
        return new AwsImporter()
                .read(new ImportContext(Fixtures.plugin(home, environment).build(), receipts));
    }

    private static Session session(WorkspaceImport found, String name) {
        return found.definitions().sessions().stream()
                .filter(session -> session.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + ": " + refusals(found)));
    }

    private static List<String> refusals(WorkspaceImport found) {
        return found.refused().stream()
                .filter(refusal -> refusal.kind().equals("session"))
                .map(refusal -> refusal.name() + ": " + refusal.reason())
                .toList();
    }

    private static Map<String, String> revealed(WorkspaceImport found, Session session) {
        return found.secrets().getOrDefault(session.id(), Map.of()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().reveal()));
    }
}
