package dev.leapp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.cli.field.FieldFlags;
import dev.leapp.cli.field.PluginFlags;
import dev.leapp.core.spi.AccessMethodFactory;
import dev.leapp.provider.aws.AwsPlugin;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;

/** Looks whether the commands that a hint names exist, with their flags. */
final class HintedCommands {

    private static final Pattern NAMED = Pattern.compile("(?<![A-Za-z/.'-])leapp ([^;,]+)");

    private final CommandLine root = HelpTest.model(new PluginFlags(
            FieldFlags.ofSessions(new AwsPlugin()
                    .accessMethods().stream()
                            .map(AccessMethodFactory::descriptor)
                            .toList()),
            FieldFlags.ofIntegrations(List.of())));

    void requireAllExist(String hint) {
        Matcher named = NAMED.matcher(hint);
        while (named.find()) {
            require(hint, Arrays.asList(named.group(1).split(" ", -1)));
        }
    }

    private void require(String hint, List<String> words) {
        CommandLine command = find(words);
        assertThat(command.getSubcommands()).as(hint).isEmpty();
        assertThat(command).as(hint).isNotSameAs(root);
        for (String word : words) {
            if (word.startsWith("--")) {
                assertThat(command.getCommandSpec().findOption(word))
                        .as("%s in %s", word, hint)
                        .isNotNull();
            }
        }
    }

    private CommandLine find(List<String> words) {
        CommandLine command = root;
        for (String word : words) {
            CommandLine next = command.getSubcommands().get(word);
            if (next == null) {
                return command;
            }
            command = next;
        }
        return command;
    }
}
