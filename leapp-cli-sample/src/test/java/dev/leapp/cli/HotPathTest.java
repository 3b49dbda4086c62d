package dev.leapp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What tools run again and again loads no more than it needs: by libraries, not by a stop watch. */
class HotPathTest {

    private static final Pattern LOADED = Pattern.compile("] ([\\w.$]+)[^ ]* source: ");

    private static final List<String> TOO_MUCH = List.of(
            "picocli.",
            "software.amazon.",
            "org.bouncycastle.",
            "com.sun.jna.",
            "com.github.javakeyring.",
            "de.swiesend.",
            "org.freedesktop.",
            "org.jline.",
            "dev.leapp.provider.",
            "dev.leapp.integration.",
            "dev.leapp.testkit.");

    @TempDir
    Path home;

    private TestCli cli;

    @BeforeEach
    void open() {
        cli = new TestCli(home);
    }

    @AfterEach
    void close() {
        cli.close();
    }

    @Test
    void cachedCredentialsComeWithoutPluginsCommandsKeychainAndSdk() throws Exception {
        cli.clock.advance(Duration.between(TestCli.NOW, Clock.systemUTC().instant()));
        cli.withSession("ops", "ops").ok("session", "start", "ops");

        Set<String> loaded = loaded("session", "generate", "ops");

        assertThat(loaded).contains("dev.leapp.cli.session.GenerateCommand");
        assertThat(loaded)
                .filteredOn(name -> TOO_MUCH.stream().anyMatch(name::startsWith))
                .isEmpty();
    }

    private Set<String> loaded(String... args) throws IOException, InterruptedException {
        Path log = home.resolve("classes");
        List<String> command = new ArrayList<>(LeappProcess.command(args));
        command.add(command.indexOf("-cp"), "-Xlog:class+load:file=" + log);
        Process process = LeappProcess.builder(home, command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(home.resolve("out").toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(home.resolve("out")).content().startsWith("{\"Version\":1,\"AccessKeyId\":\"ASIA");
        Set<String> names = new TreeSet<>();
        for (String line : Files.readAllLines(log)) {
            Matcher matcher = LOADED.matcher(line);
            if (matcher.find()) {
                names.add(matcher.group(1));
            }
        }
        return names;
    }
}
