package dev.leapp.architecture.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.architecture.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Links between documents, and to headings in them, lead somewhere. */
class LinksTest {

    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.*)$");
    private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```$|`[^`\\n]*`");

    @TestFactory
    Stream<DynamicTest> linksLeadSomewhere() {
        List<Path> documents = Repository.files(".md");
        assertThat(documents).hasSizeGreaterThan(5);
        assertThat(documents.stream().flatMap(file -> links(Repository.text(file))))
                .hasSizeGreaterThan(5);
        return documents.stream()
                .map(file -> DynamicTest.dynamicTest(
                        file.toString(),
                        () -> assertThat(broken(file, Repository.text(file))).isEmpty()));
    }

    @Test
    void aLinkToNothingIsFound() {
        String document = "[a](README.md) [b](nowhere.md) [c](README.md#no-such-heading) `[d](code.md)`";

        assertThat(broken(Path.of("x.md"), document)).containsExactly("nowhere.md", "README.md#no-such-heading");
    }

    private static List<String> broken(Path file, String document) {
        return links(document)
                .filter(link -> !leadsSomewhere(file, document, link))
                .toList();
    }

    private static Stream<String> links(String document) {
        return LINK.matcher(CODE.matcher(document).replaceAll(""))
                .results()
                .map(found -> found.group(1))
                .filter(link -> !link.matches("[a-z]+:.*"));
    }

    private static boolean leadsSomewhere(Path file, String document, String link) {
        int hash = link.indexOf('#');
        String path = hash < 0 ? link : link.substring(0, hash);
        Path target = file.resolveSibling(path).normalize();
        if (!path.isEmpty() && !Files.exists(Repository.root().resolve(target))) {
            return false;
        }
        return hash < 0
                || anchors(path.isEmpty() ? document : Repository.text(target)).contains(link.substring(hash + 1));
    }

    /** Headings as links name them: lower case, spaces as hyphens, no punctuation. */
    private static List<String> anchors(String document) {
        return HEADING.matcher(document)
                .results()
                .map((MatchResult found) -> found.group(1))
                .map(heading -> heading.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .toList();
    }
}
