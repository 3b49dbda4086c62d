package dev.leapp.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.FileDescriptor;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Environment, properties, the wall clock and the standard streams come from outside; these classes let them in. */
class SurroundingsTest extends Rules {

    /** Something that only named classes may touch. */
    private record Restricted(String what, Predicate<AccessTarget> touched, List<String> allowed) {

        Rule rule(Code code) {
            return Rule.each(
                    code.under("").and(not(code.named(allowed.toArray(String[]::new)))),
                    type -> touching(type).map(JavaAccess::getDescription));
        }

        Stream<? extends JavaAccess<?>> touching(JavaClass type) {
            return type.getAccessesFromSelf().stream().filter(access -> touched.test(access.getTarget()));
        }
    }

    private static final List<Restricted> ALL = List.of(
            new Restricted(
                    "environment variables",
                    member(System.class, "getenv"),
                    List.of("core.Leapp", "testkit.contract.Components", "cli.Main")),
            new Restricted(
                    "system properties",
                    member(System.class, "getProperty", "getProperties", "setProperty")
                            .or(member(Boolean.class, "getBoolean"))
                            .or(member(Integer.class, "getInteger"))
                            .or(member(Long.class, "getLong")),
                    List.of(
                            "core.Leapp",
                            "core.internal.Parts",
                            "testkit.contract.Components",
                            "cli.Main",
                            "cli.QuietLogging",
                            "cli.io.SystemIo")),
            new Restricted("the wall clock", SurroundingsTest::readsTheClock, List.of()),
            new Restricted(
                    "the system's clock",
                    target -> target.getOwner().getName().equals("java.time.Clock")
                            && (target.getName().startsWith("system")
                                    || target.getName().startsWith("tick")),
                    List.of(
                            "core.Leapp",
                            "core.spi.PluginContext",
                            "testkit.cloud.LocalPortal",
                            "testkit.cloud.LocalSts",
                            "testkit.cloud.TestClock",
                            "cli.Main")),
            new Restricted(
                    "standard streams",
                    member(System.class, "out", "err", "in", "console")
                            .or(member(FileDescriptor.class, "out", "err", "in")),
                    List.of(
                            "benchmarks.Floor",
                            "benchmarks.Main",
                            "cli.Main",
                            "cli.io.SystemIo",
                            "integration.sso.internal.file.StandardInput",
                            "testkit.internal.SkippedTestsListener")),
            new Restricted(
                    "the end of the process",
                    member(System.class, "exit").or(member(Runtime.class, "exit", "halt")),
                    List.of("cli.Main")),
            new Restricted(
                    "other programs",
                    member(ProcessBuilder.class, "<init>").or(member(Runtime.class, "exec")),
                    List.of(
                            "core.internal.machine.ProcessRunner",
                            "benchmarks.Processes",
                            "cli.browser.Browser",
                            "cli.exec.ChildProgram",
                            "provider.aws.internal.access.ExternalCommand",
                            "integration.sso.internal.browser.BrowserProcess")),
            new Restricted(
                    "the calling program", member(ProcessHandle.class, "parent"), List.of("cli.io.CallingProgram")),
            new Restricted(
                    "sleep",
                    member(Thread.class, "sleep"),
                    List.of(
                            "core.internal.lock.Waiting",
                            "provider.aws.internal.access.Pause",
                            "integration.sso.internal.browser.BrowserProfile",
                            "integration.sso.internal.rest.Pause")));

    @Override
    String topic() {
        return "surroundings";
    }

    @Override
    Stream<Shown> rules() {
        return ALL.stream()
                .map(restricted -> new Shown(
                        restricted.what() + " only in named classes",
                        restricted::rule,
                        "core.session.TouchesEverything"));
    }

    @TestFactory
    Stream<DynamicTest> allowedClassesStillNeedIt() {
        return ALL.stream()
                .flatMap(restricted -> restricted.allowed().stream()
                        .map(name -> DynamicTest.dynamicTest(
                                name + " touches " + restricted.what(),
                                () -> assertThat(touches(restricted, name)).isTrue())));
    }

    private static boolean touches(Restricted restricted, String name) {
        Code ours = Code.ours();
        return ours.classes().that(ours.named(name)).stream()
                .anyMatch(type -> restricted.touching(type).findAny().isPresent());
    }

    private static boolean readsTheClock(AccessTarget target) {
        String owner = target.getOwner().getName();
        boolean now = owner.startsWith("java.time.")
                && target.getName().equals("now")
                && target instanceof AccessTarget.CodeUnitAccessTarget unit
                && unit.getRawParameterTypes().isEmpty();
        boolean date = owner.equals("java.util.Date") && target.getName().equals("<init>");
        return now || date || member(System.class, "currentTimeMillis").test(target);
    }

    private static Predicate<AccessTarget> member(Class<?> owner, String... names) {
        return target ->
                target.getOwner().isEquivalentTo(owner) && List.of(names).contains(target.getName());
    }
}
