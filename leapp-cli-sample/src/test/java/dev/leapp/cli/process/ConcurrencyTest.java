package dev.leapp.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.testkit.cloud.LocalSts;
import dev.leapp.testkit.cloud.StsUser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many processes at once on one workspace. */
class ConcurrencyTest {

    private static final String KEY_ID = "AKIAIOSFODNN7EXAMPLE";
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

    @TempDir
    Path directory;

    private LocalSts sts;
    private Home home;

    @BeforeEach
    void start() {
        sts = LocalSts.builder().user(new StsUser("ops", KEY_ID, SECRET)).start();
        home = Home.in(directory).endpoint(sts.endpoint().toString());
    }

    @AfterEach
    void stop() {
        sts.close();
    }

    @Test
    void addingAndEditingAtOnceLosesNothing() {
        for (int i = 0; i < 2; i++) {
            home.add("before" + i, "profile" + i, KEY_ID, SECRET).ok();
        }
        List<Child> children = new ArrayList<>();
        Map<String, String> expected = new TreeMap<>();
        for (int i = 0; i < 2; i++) {
            children.add(home.start("session", "edit", "before" + i, "--name", "after" + i));
            expected.put("after" + i, "inactive");
        }
        for (int i = 0; i < 6; i++) {
            children.add(home.startWith(
                    SECRET + "\n",
                    "session",
                    "add",
                    "--type",
                    "aws-iam-user",
                    "--name",
                    "added" + i,
                    "--profile",
                    "added" + i,
                    "--access-key-id",
                    KEY_ID,
                    "--secret-access-key-stdin"));
            expected.put("added" + i, "inactive");
        }
        children.forEach(child -> child.await().ok());

        assertThat(Statuses.of(home)).isEqualTo(expected);
        for (String name : expected.keySet()) {
            home.leapp("session", "generate", name).ok();
        }
    }

    @Test
    void generatingAtOnceAsksUpstreamOnce() {
        home.add("ops", "ops", KEY_ID, SECRET).ok();

        List<Child> children = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            children.add(home.start("session", "generate", "ops"));
        }
        List<String> documents =
                children.stream().map(child -> child.await().ok()).distinct().toList();

        assertThat(documents).hasSize(1);
        assertThat(documents.get(0)).contains("SessionToken");
        assertThat(sts.calls("GetSessionToken")).hasSize(1);
    }
}
