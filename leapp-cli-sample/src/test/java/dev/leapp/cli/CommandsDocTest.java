package dev.leapp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** The page that maps every command to its test. */
class CommandsDocTest {

    private static final Pattern ROW = Pattern.compile("\\| `leapp ([a-z -]+?)(?: [A-Z\\[(].*)?` \\|.*\\| (`.+`) \\|");
    private static final Pattern NAMED_TEST = Pattern.compile("`([A-Za-z.]+)#([A-Za-z]+)`");

    @Test
    void theTableHasEveryCommandAndNoOther() throws IOException {
        List<String> commands = HelpTest.names(HelpTest.model(), "").stream()
                .filter(name -> !List.of(
                                "session",
                                "integration",
                                "log",
                                "profile",
                                "region",
                                "idp-url",
                                "workspace key",
                                "secret-store",
                                "plugin")
                        .contains(name))
                .toList();

        assertThat(rows().keySet()).containsExactlyInAnyOrderElementsOf(commands);
    }

    @Test
    void everyTestInTheTableExists() throws IOException {
        rows().forEach((command, tests) -> {
            Matcher named = NAMED_TEST.matcher(tests);
            assertThat(named.find()).as(command).isTrue();
            do {
                String type = "dev.leapp.cli." + named.group(1);
                String method = named.group(2);
                assertThat(isTest(type, method))
                        .as("%s: %s#%s", command, type, method)
                        .isTrue();
            } while (named.find());
        });
    }

    private static boolean isTest(String type, String name) {
        try {
            return Arrays.stream(Class.forName(type).getDeclaredMethods())
                    .filter(method -> method.getName().equals(name))
                    .anyMatch(CommandsDocTest::isTest);
        } catch (ClassNotFoundException missing) {
            return false;
        }
    }

    private static boolean isTest(Method method) {
        return method.isAnnotationPresent(Test.class) || method.isAnnotationPresent(ParameterizedTest.class);
    }

    private static Map<String, String> rows() throws IOException {
        Map<String, String> rows = new LinkedHashMap<>();
        for (String line : Files.readAllLines(Path.of("..", "docs", "commands.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                rows.put(row.group(1).strip(), row.group(2));
            }
        }
        return rows;
    }
}
