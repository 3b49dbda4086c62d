package dev.leapp.architecture.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.session.SessionStatus;
import dev.leapp.core.session.SessionView;
import dev.leapp.testkit.cloud.LocalSts;
import dev.leapp.testkit.cloud.StsUser;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ten lines of the guide are run, with one change: a throw-away home and a local STS in the place of the user's own. */
class EmbeddingGuideTest {

    private static final String KEY_ID = "AKIAIOSFODNN7EXAMPLE";
    private static final String KEY = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

    @TempDir
    Path output;

    @TempDir
    Path home;

    @Test
    void tenLinesStartASession() throws Exception {
        List<Snippet> tenLines = Snippet.all("java").stream()
                .filter(snippet -> snippet.text().contains("class TenLines"))
                .toList();
        JavaSnippets compiler = new JavaSnippets(output);
        try (LocalSts sts =
                LocalSts.builder().user(new StsUser("ops", KEY_ID, KEY)).start()) {
            assertThat(compiler.compile(tenLines, text -> text.replace("Leapp.open()", openIn(home, sts.endpoint()))))
                    .isEmpty();
            SessionView started = run(compiler);

            assertThat(started.status()).isEqualTo(SessionStatus.ACTIVE);
            assertThat(sts.calls("GetSessionToken")).hasSize(1);
            assertThat(Files.readString(home.resolve(".aws/credentials"))).contains("[ops]", "aws_session_token");
        }
    }

    private static SessionView run(JavaSnippets compiler) throws Exception {
        try (URLClassLoader loader = compiler.loader()) {
            return (SessionView) loader.loadClass("TenLines")
                    .getMethod("start", Secret.class, Secret.class)
                    .invoke(null, Secret.of(KEY_ID), Secret.of(KEY));
        }
    }

    private static String openIn(Path home, URI sts) {
        return "Leapp.builder().home(java.nio.file.Path.of(java.net.URI.create(\"" + home.toUri() + "\")))"
                + ".environment(dev.leapp.core.port.Environment.of(java.util.Map.of("
                + "\"LEAPP_MACHINE_ID\", \"0123456789abcdef0123456789abcdef\","
                + "\"AWS_ENDPOINT_URL_STS\", \"" + sts + "\")))"
                + ".secretStore(dev.leapp.core.port.SecretStore.inMemory()).build()";
    }
}
