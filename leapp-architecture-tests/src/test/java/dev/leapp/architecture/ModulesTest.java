package dev.leapp.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What one module may know of another, beyond what its POM says. */
class ModulesTest extends Rules {

    static final DescribedPredicate<JavaClass> CLOUDS = resideInAnyPackage(
            "software.amazon..", "com.amazonaws..", "com.azure..", "com.microsoft..", "com.google..");
    private static final DescribedPredicate<JavaClass> TEST_LIBRARIES = resideInAnyPackage(
            "org.junit..",
            "org.assertj..",
            "org.opentest4j..",
            "org.apiguardian..",
            "org.testcontainers..",
            "org.mockito..");

    private static final Pattern MODULE = Pattern.compile("^(provider\\.|integration\\.)?\\w+");

    @Override
    String topic() {
        return "modules";
    }

    @Override
    Stream<Shown> rules() {
        return Stream.of(
                new Shown("core names no cloud's library", ModulesTest::coreNamesNoCloud, "core.internal.NamesACloud"),
                new Shown("core knows only itself", ModulesTest::coreKnowsItself, "core.session.KnowsAProvider"),
                new Shown("providers don't know each other", ModulesTest::providers, "provider.one.KnowsAnother"),
                new Shown("no module uses another's inside", ModulesTest::insides, "cli.KnowsTheInside"),
                new Shown(
                        "only the command knows the command", ModulesTest::command, "testkit.contract.KnowsTheCommand"),
                new Shown(
                        "nobody knows the benchmarks", ModulesTest::benchmarks, "testkit.contract.KnowsTheBenchmarks"),
                new Shown(
                        "the command and the benchmarks know only fakes of the testkit",
                        ModulesTest::fakes,
                        "cli.KnowsAContract"),
                new Shown("only the tour uses fakes", ModulesTest::tour, "cli.KnowsAContract"),
                new Shown("libraries don't know the testkit", ModulesTest::testkit, "provider.two.KnowsTheTestkit"),
                new Shown("fakes know no test library", ModulesTest::fakesAtRunTime, "testkit.cloud.KnowsJUnit"),
                new Shown("libraries know no test library", ModulesTest::libraries, "core.port.KnowsAssertJ"));
    }

    private static Rule coreNamesNoCloud(Code code) {
        return Rule.noDependency(code.under("core"), CLOUDS);
    }

    private static Rule coreKnowsItself(Code code) {
        return Rule.noDependency(code.under("core"), code.under("").and(not(code.under("core"))));
    }

    private static Rule providers(Code code) {
        return Rule.each(
                code.under("provider", "integration"),
                type -> type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency ->
                                code.under("provider", "integration").test(dependency.getTargetClass()))
                        .filter(dependency ->
                                !module(code, dependency.getTargetClass()).equals(module(code, type)))
                        .map(dependency -> dependency.getDescription()));
    }

    private static Rule insides(Code code) {
        return Rule.each(
                code.under(""),
                type -> type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> code.internal().test(dependency.getTargetClass()))
                        .filter(dependency ->
                                !module(code, dependency.getTargetClass()).equals(module(code, type)))
                        .map(dependency -> dependency.getDescription()));
    }

    private static Rule command(Code code) {
        return Rule.noDependency(code.under("").and(not(code.under("cli"))), code.under("cli"));
    }

    private static Rule benchmarks(Code code) {
        return Rule.noDependency(code.under("").and(not(code.under("benchmarks"))), code.under("benchmarks"));
    }

    private static Rule fakes(Code code) {
        return Rule.noDependency(
                code.under("cli", "benchmarks"), code.under("testkit").and(not(code.under("testkit.cloud"))));
    }

    private static Rule tour(Code code) {
        return Rule.noDependency(code.under("cli").and(not(code.under("cli.tour"))), code.under("testkit"));
    }

    private static Rule testkit(Code code) {
        return Rule.noDependency(
                code.under("").and(not(code.under("testkit", "cli", "benchmarks"))), code.under("testkit"));
    }

    private static Rule fakesAtRunTime(Code code) {
        return Rule.noDependency(code.under("testkit.cloud"), TEST_LIBRARIES.or(code.under("testkit.contract")));
    }

    private static Rule libraries(Code code) {
        return Rule.noDependency(code.under("").and(not(code.under("testkit"))), TEST_LIBRARIES);
    }

    /** The first part of the package's name below the root; two parts for a family of modules. */
    private static String module(Code code, JavaClass type) {
        String below = type.getPackageName().substring(code.root().length() + 1);
        return MODULE.matcher(below)
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElse("");
    }
}
