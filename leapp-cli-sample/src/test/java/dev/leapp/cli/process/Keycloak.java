package dev.leapp.cli.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A real Keycloak on a free port of the loopback interface, in memory, whose realm {@code aws} signs in to AWS by SAML. */
final class Keycloak implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("Listening on: http://127\\.0\\.0\\.1:(\\d+)");
    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");
    private static final String PASSWORD = "a-password-for-tests-only";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final URI address;

    private Keycloak(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    static String require() {
        return Programs.require(
                "kc.sh", "unpack org.keycloak:keycloak-quarkus-dist and put its bin directory on the PATH");
    }

    static Keycloak start(Path directory) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        require(), "start-dev", "--db=dev-mem", "--http-host=127.0.0.1", "--http-port=0")
                .redirectErrorStream(true)
                .directory(directory.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", Programs.path());
        builder.environment().put("HOME", directory.toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1 -Djava.io.tmpdir=" + directory);
        builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", PASSWORD);
        Process process = builder.start();
        try {
            Keycloak started = new Keycloak(process, address(process));
            started.importRealm();
            return started;
        } catch (IOException | InterruptedException | RuntimeException | Error e) {
            end(process);
            throw e;
        }
    }

    private static URI address(Process process) throws IOException {
        BufferedReader lines = process.inputReader(UTF_8);
        StringBuilder said = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.append(line).append('\n');
            Matcher address = ADDRESS.matcher(line);
            if (address.find()) {
                Thread drain = new Thread(() -> lines.lines().forEach(ignored -> {}), "keycloak-output");
                drain.setDaemon(true);
                drain.start();
                return URI.create("http://127.0.0.1:" + address.group(1));
            }
        }
        throw new AssertionError("Keycloak did not start: " + said);
    }

    private void importRealm() throws IOException, InterruptedException {
        String login = "client_id=admin-cli&grant_type=password&username=admin&password=" + PASSWORD;
        HttpResponse<String> tokens = http.send(
                HttpRequest.newBuilder(address.resolve("/realms/master/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(login))
                        .build(),
                BodyHandlers.ofString());
        Matcher token = TOKEN.matcher(tokens.body());
        assertThat(token.find()).as("%s", tokens).isTrue();
        try (InputStream realm = Keycloak.class.getResourceAsStream("keycloak-realm.json")) {
            HttpResponse<String> made = http.send(
                    HttpRequest.newBuilder(address.resolve("/admin/realms"))
                            .header("Content-Type", "application/json")
                            .header("Authorization", "Bearer " + token.group(1))
                            .POST(BodyPublishers.ofByteArray(
                                    Objects.requireNonNull(realm).readAllBytes()))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        }
    }

    /** Where a login to AWS begins. */
    String idpUrl() {
        return address.resolve("/realms/aws/protocol/saml/clients/amazon-aws").toString();
    }

    @Override
    public void close() {
        end(process);
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().join();
    }
}
