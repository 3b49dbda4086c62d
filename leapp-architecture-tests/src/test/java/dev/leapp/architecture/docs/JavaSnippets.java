package dev.leapp.architecture.docs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Compiles Java from documents against our modules. A block that declares a public type is a file of its own; any other is the body
 * of a method, with our exported packages imported, and the parameters that its note {@code given …} names. Blocks of one document
 * see each other.
 */
final class JavaSnippets {

    private static final Pattern TYPE =
            Pattern.compile("(?m)^public (?:final )?(?:class|record|interface|enum) (\\w+)");
    private static final String IMPORTS = """
            import dev.leapp.core.*;
            import dev.leapp.core.credential.*;
            import dev.leapp.core.error.*;
            import dev.leapp.core.issuance.*;
            import dev.leapp.core.port.*;
            import dev.leapp.core.handover.*;
            import dev.leapp.core.issuance.*;
            import dev.leapp.core.session.*;
            import dev.leapp.core.spi.*;
            import dev.leapp.core.workspace.*;
            import dev.leapp.provider.aws.*;
            import java.nio.file.*;
            import java.time.*;
            import java.util.*;
            import software.amazon.awssdk.regions.Region;
            import software.amazon.awssdk.services.sts.StsClient;
            """;

    private final Path output;

    JavaSnippets(Path output) {
        this.output = output;
    }

    /** Compiles blocks of one document; returns what the compiler has to say, warnings included. */
    List<String> compile(List<Snippet> snippets) {
        return compile(snippets, UnaryOperator.identity());
    }

    /** The same, after a change to each file. */
    List<String> compile(List<Snippet> snippets, UnaryOperator<String> change) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        List<String> options = List.of(
                "-d",
                output.toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-proc:none",
                "-Xlint:unchecked");
        List<Source> sources = snippets.stream()
                .map(snippet -> new Source(nameOf(snippet), change.apply(fileOf(snippet))))
                .toList();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(problems, Locale.ROOT, UTF_8)) {
            compiler.getTask(null, files, problems, options, null, sources).call();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return problems.getDiagnostics().stream()
                .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
                .map(problem -> problem.toString())
                .toList();
    }

    /** What was compiled. */
    URLClassLoader loader() {
        try {
            return new URLClassLoader(new URL[] {output.toUri().toURL()}, JavaSnippets.class.getClassLoader());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String nameOf(Snippet snippet) {
        return type(snippet).orElse("Line" + snippet.line());
    }

    private static Optional<String> type(Snippet snippet) {
        Matcher type = TYPE.matcher(snippet.text());
        return type.find() ? Optional.of(type.group(1)) : Optional.empty();
    }

    private static String fileOf(Snippet snippet) {
        if (type(snippet).isPresent()) {
            return snippet.text();
        }
        String given = snippet.note().startsWith("given ") ? snippet.note().substring("given ".length()) : "";
        return IMPORTS + "final class " + nameOf(snippet) + " {\n    void snippet(" + given + ") throws Exception {\n"
                + snippet.text() + "    }\n}\n";
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name + Kind.SOURCE.extension), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
