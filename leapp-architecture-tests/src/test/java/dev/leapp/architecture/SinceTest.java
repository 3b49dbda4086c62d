package dev.leapp.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Exported types say since when they exist. A scan of the sources: Javadoc is not in class files. */
class SinceTest {

    private static final Pattern EXPORTED =
            Pattern.compile("leapp-(?!cli|architecture|benchmarks)[a-z-]+/src/main/java/.*\\.java");
    private static final Pattern PUBLIC = Pattern.compile(
            "(?m)^public (final |abstract |sealed |non-sealed )*(class|interface|record|enum|@interface) ");
    private static final Pattern SINCE = Pattern.compile("(?m)^ \\* @since \\d+\\.\\d+$");

    @Test
    void exportedTypesSaySinceWhen() {
        List<Path> exported = Repository.files(".java").stream()
                .filter(file ->
                        EXPORTED.matcher(file.toString().replace('\\', '/')).matches())
                .filter(file -> !file.toString().contains("internal"))
                .filter(file -> PUBLIC.matcher(Repository.text(file)).find())
                .toList();

        assertThat(exported)
                .hasSizeGreaterThan(50)
                .allSatisfy(file -> assertThat(saysSince(Repository.text(file))).isTrue());
    }

    @Test
    void aTypeThatDoesNotIsFound() {
        assertThat(saysSince("/** Does. */\npublic final class A {}\n")).isFalse();
        assertThat(saysSince("/**\n * Does.\n *\n * @since 0.1\n */\npublic final class A {}\n"))
                .isTrue();
        assertThat(saysSince(
                        "public final class A {\n    /**\n     * @since 0.1\n     */\n    public void b() {}\n}\n"))
                .isFalse();
    }

    /** Whether the Javadoc of the public top-level type, which stands before it, has the tag. */
    private static boolean saysSince(String source) {
        var type = PUBLIC.matcher(source);
        return type.find() && SINCE.matcher(source.substring(0, type.start())).find();
    }
}
