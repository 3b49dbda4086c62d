package dev.leapp.architecture.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leapp.architecture.Repository;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.helpers.DefaultHandler;

/** The XML of all documents is well-formed, and the modules of ours that it names exist. */
class XmlSnippetsTest {

    @TestFactory
    Stream<DynamicTest> isWellFormedAndNamesOurModules() {
        List<Snippet> snippets = Snippet.all("xml");
        assertThat(snippets).isNotEmpty();
        return snippets.stream()
                .map(snippet -> DynamicTest.dynamicTest(
                        snippet.toString(),
                        () -> assertThat(ours(snippet.text()))
                                .allSatisfy(module -> assertThat(Files.isDirectory(
                                                Repository.root().resolve(module)))
                                        .isTrue())));
    }

    @Test
    void whatIsBrokenIsFound() {
        Snippet broken = new Snippet(Path.of("x.md"), 1, "", "xml", "<dependency>");

        assertThatThrownBy(() -> ours(broken.text())).hasMessageContaining("dependency");
        assertThat(ours("<d><groupId>dev.leapp</groupId><artifactId>leapp-none</artifactId></d>"))
                .containsExactly("leapp-none");
    }

    /** The artifacts under our group id. */
    private static List<String> ours(String fragment) throws IllegalArgumentException {
        NodeList groups = parse(fragment).getElementsByTagName("groupId");
        return IntStream.range(0, groups.getLength())
                .mapToObj(i -> (Element) groups.item(i))
                .filter(group -> group.getTextContent().equals("dev.leapp"))
                .map(group -> (Element) group.getParentNode())
                .map(parent -> parent.getElementsByTagName("artifactId").item(0).getTextContent())
                .toList();
    }

    private static Element parse(String fragment) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            DocumentBuilder parser = factory.newDocumentBuilder();
            parser.setErrorHandler(new DefaultHandler()); // throws, where the parser's own would print
            return parser.parse(new InputSource(new StringReader("<snippet>" + fragment + "</snippet>")))
                    .getDocumentElement();
        } catch (Exception e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
