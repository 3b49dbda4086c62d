package dev.leapp.provider.aws.real;

import dev.leapp.testkit.contract.Components;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.BindMode;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * Against LocalStack in a container. The system property {@code leapp.localstack.image} names another image, {@code leapp.localstack.binds} directories of this
 * machine, separated by commas, that it needs.
 */
class StsLocalStackTest extends StsRealComponent {

    private static final String IMAGE = System.getProperty("leapp.localstack.image", "localstack/localstack:4.14.0");

    private static @Nullable LocalStackContainer localStack;

    @BeforeAll
    static void startLocalStack() {
        Components.require(
                "a Docker engine", engineAnswers(), "start one, or set DOCKER_HOST (.ci/docker-engine does both)");
        LocalStackContainer container = new LocalStackContainer(
                DockerImageName.parse(IMAGE).asCompatibleSubstituteFor("localstack/localstack"));
        for (String directory : binds()) {
            container.withFileSystemBind(directory, directory, BindMode.READ_ONLY);
        }
        start(container);
        localStack = container;
    }

    private static void start(LocalStackContainer container) {
        try {
            container.start();
        } catch (RuntimeException e) {
            container.stop();
            if (System.getProperty("leapp.localstack.image") != null) {
                throw e;
            }
            Components.require("the image " + IMAGE, false, "pull it, or name another one: " + e.getMessage());
        }
    }

    private static boolean engineAnswers() {
        try {
            return DockerClientFactory.instance().isDockerAvailable();
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static String[] binds() {
        String binds = System.getProperty("leapp.localstack.binds", "");
        return binds.isEmpty() ? new String[0] : binds.split(",", -1);
    }

    @AfterAll
    static void stopLocalStack() {
        if (localStack != null) {
            localStack.stop();
        }
    }

    @Override
    URI endpoint() {
        return Objects.requireNonNull(localStack).getEndpoint();
    }
}
