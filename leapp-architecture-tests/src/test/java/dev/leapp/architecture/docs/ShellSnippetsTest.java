package dev.leapp.architecture.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leapp.cli.Commands;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The {@code leapp} command lines of all documents name commands and flags that exist. Nothing is run. */
class ShellSnippetsTest {

    @TempDir
    Path home;

    @TestFactory
    Stream<DynamicTest> commandsAndFlagsExist() {
        List<Snippet> snippets = Snippet.all("sh").stream()
                .filter(snippet -> !CommandLines.of(snippet.text()).isEmpty())
                .toList();
        assertThat(snippets).hasSizeGreaterThan(5);
        return snippets.stream()
                .map(snippet -> DynamicTest.dynamicTest(snippet.toString(), () -> check(snippet.text())));
    }

    @Test
    void whatDoesNotExistIsFound() {
        assertThatThrownBy(() -> check("leapp session strat ops\n"))
                .isInstanceOf(CommandLine.UnmatchedArgumentException.class);
        assertThatThrownBy(() -> check("leapp session start ops --take-over\n"))
                .isInstanceOf(CommandLine.UnmatchedArgumentException.class);
        assertThatThrownBy(() -> check("leapp session add --type aws-iam-user --no-such-field x\n"))
                .isInstanceOf(CommandLine.UnmatchedArgumentException.class);
    }

    @Test
    void linesAreReadAsAShellDoes() {
        String text = """
                # leapp nothing
                $ LEAPP_HOME=/x leapp session add --name 'a b' \\
                      --region "eu-west-1"   # why
                printf %s "$KEY" | bin/leapp session list --output json | jq . > out.txt
                aws sts get-caller-identity --profile leapp
                """;

        assertThat(CommandLines.of(text))
                .containsExactly(
                        List.of("session", "add", "--name", "a b", "--region", "eu-west-1"),
                        List.of("session", "list", "--output", "json"));
    }

    private void check(String text) {
        for (List<String> line : CommandLines.of(text)) {
            Commands.tree(home).parseArgs(line.toArray(String[]::new));
        }
    }
}
