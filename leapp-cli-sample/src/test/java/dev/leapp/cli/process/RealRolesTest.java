package dev.leapp.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A chain of three roles against a server that checks signatures, tokens and policies. */
class RealRolesTest {

    private static final List<String> ROLES = List.of("Admin", "Audit", "Deploy");
    private static final int SET_UP_CALLS = 3 + 2 * ROLES.size();
    private static final int REFUSED = 6;

    private static final String MAY_ASSUME =
            "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"sts:*\",\"Resource\":\"*\"}}";
    private static final String TRUSTS = "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\","
            + "\"Principal\":{\"AWS\":\"*\"},\"Action\":\"sts:AssumeRole\"}}";

    @TempDir
    Path directory;

    private MotoServer moto;
    private Home home;
    private AwsCli aws;

    @BeforeAll
    static void requirePrograms() {
        MotoServer.require();
        AwsCli.require();
    }

    @BeforeEach
    void start() {
        moto = MotoServer.checkingAfter(SET_UP_CALLS, directory);
        home = Home.in(directory.resolve("home")).endpoint(moto.endpoint().toString());
        aws = AwsCli.on(home, moto.endpoint());
        iam("create-user", "--user-name", "ops");
        iam("put-user-policy", "--user-name", "ops", "--policy-name", "sts", "--policy-document", MAY_ASSUME);
        for (String role : ROLES) {
            iam("create-role", "--role-name", role, "--assume-role-policy-document", TRUSTS);
            iam("put-role-policy", "--role-name", role, "--policy-name", "sts", "--policy-document", MAY_ASSUME);
        }
        List<String> key = Pattern.compile("\t")
                .splitAsStream(iam(
                                "create-access-key",
                                "--user-name",
                                "ops",
                                "--output",
                                "text",
                                "--query",
                                "AccessKey.[AccessKeyId,SecretAccessKey]")
                        .strip())
                .toList();
        home.add("ops", "ops", key.get(0), key.get(1)).ok();
    }

    @AfterEach
    void stop() {
        moto.close();
    }

    @Test
    void theCallerIsTheLastRoleOfTheChain() {
        role("admin", "ops", "Admin");
        role("audit", "admin", "Audit");
        role("deploy", "audit", "Deploy");

        home.leapp("session", "start", "deploy").ok();

        assertThat(aws.callerIdentity("deploy").ok())
                .contains("\"Arn\": \"arn:aws:sts::123456789012:assumed-role/Deploy/assumed-from-leapp\"");
        assertThat(Home.read(home.credentials())).contains("[deploy]").doesNotContain("[ops]", "[admin]", "[audit]");

        home.leapp("session", "stop", "deploy").ok();
        assertThat(aws.callerIdentity("deploy").code()).isNotZero();
        assertThat(home.awsFiles()).isEmpty();
    }

    @Test
    void aParentsWrongKeyIsToldForTheRole() {
        home.add("wrong", "wrong", "AKIAUNKNOWNUNKNOWN00", "anotherSecretAccessKeyThatIsTheWrongOne1")
                .ok();
        role("admin", "wrong", "Admin");

        home.leapp("session", "start", "admin").failed(REFUSED, "session admin", "InvalidClientTokenId");

        assertThat(home.awsFiles()).isEmpty();
    }

    private void role(String name, String parent, String role) {
        home.leapp(
                        "session",
                        "add",
                        "--type",
                        "aws-iam-role-chained",
                        "--name",
                        name,
                        "--profile",
                        name,
                        "--region",
                        "eu-west-1",
                        "--parent-session",
                        parent,
                        "--role-arn",
                        "arn:aws:iam::123456789012:role/" + role)
                .ok();
    }

    private String iam(String... args) {
        List<String> all = new ArrayList<>(List.of("iam"));
        all.addAll(List.of(args));
        return aws.setUp(all.toArray(String[]::new));
    }
}
