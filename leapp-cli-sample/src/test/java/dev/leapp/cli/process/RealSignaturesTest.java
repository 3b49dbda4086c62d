package dev.leapp.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that checks signatures as AWS does: the right key is accepted, a wrong one refused in AWS's own words. */
class RealSignaturesTest {

    private static final int SET_UP_CALLS = 3;
    private static final int REFUSED = 6;

    private static final String POLICY =
            "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"sts:*\",\"Resource\":\"*\"}}";

    @TempDir
    Path directory;

    private MotoServer moto;
    private Home home;
    private String[] key;

    @BeforeAll
    static void requirePrograms() {
        MotoServer.require();
        AwsCli.require();
    }

    @BeforeEach
    void start() {
        moto = MotoServer.checkingAfter(SET_UP_CALLS, directory);
        home = Home.in(directory.resolve("home")).endpoint(moto.endpoint().toString());
        AwsCli aws = AwsCli.on(home, moto.endpoint());
        aws.setUp("iam", "create-user", "--user-name", "ops");
        aws.setUp("iam", "put-user-policy", "--user-name", "ops", "--policy-name", "sts", "--policy-document", POLICY);
        key = aws.setUp(
                        "iam",
                        "create-access-key",
                        "--user-name",
                        "ops",
                        "--output",
                        "text",
                        "--query",
                        "AccessKey.[AccessKeyId,SecretAccessKey]")
                .strip()
                .split("\t", -1);
    }

    @AfterEach
    void stop() {
        moto.close();
    }

    @Test
    void rightKeyIsAccepted() {
        home.add("ops", "ops", key[0], key[1]).ok();

        home.leapp("session", "start", "ops").ok();

        assertThat(Home.read(home.credentials())).contains("[ops]", "aws_session_token");
    }

    @Test
    void wrongSecretKeyIsRefused() {
        home.add("ops", "ops", key[0], key[1].substring(1) + "x").ok();

        home.leapp("session", "start", "ops").failed(REFUSED, "session ops", "SignatureDoesNotMatch");

        assertThat(home.awsFiles()).isEmpty();
    }

    @Test
    void unknownAccessKeyIsRefused() {
        home.add("ops", "ops", "AKIAUNKNOWNUNKNOWN00", key[1]).ok();

        home.leapp("session", "start", "ops").failed(REFUSED, "session ops", "InvalidClientTokenId");
    }
}
