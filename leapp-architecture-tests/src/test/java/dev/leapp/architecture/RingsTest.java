package dev.leapp.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.stream.Stream;

/**
 * The rings of core: the domain, the ports around it, and the inside, which nobody sees. The inside has tools that know nothing of
 * use cases, the use cases, and adapters to the world, which meet use cases only in ports.
 */
class RingsTest extends Rules {

    private static final String[] DOMAIN = {
        "core.session",
        "core.credential",
        "core.workspace",
        "core.integration",
        "core.handover",
        "core.issuance",
        "core.error"
    };
    private static final String[] PORTS = {"core.port", "core.spi"};
    private static final String[] TOOLS = {
        "core.internal.file",
        "core.internal.lock",
        "core.internal.crypto",
        "core.internal.cache",
        "core.internal.receipt",
        "core.internal.workspace.json"
    };
    private static final String[] USE_CASES = {
        "core.internal.session",
        "core.internal.attempt",
        "core.internal.definition",
        "core.internal.transfer",
        "core.internal.plugin",
        "core.internal.doctor",
        "core.internal.handover",
        "core.internal.login",
        "core.internal.integration",
        "core.internal.issuance"
    };
    private static final String[] ADAPTERS = {"core.internal.secret", "core.internal.workspace", "core.internal.machine"
    };
    /** Where each {@code Leapp} is put together. */
    static final String[] COMPOSITION = {
        "core.internal.Composition", "core.internal.DoctorComposition", "core.internal.Parts"
    };
    /** The facade, and where its files lie. */
    private static final String[] ROOTS = {"core.Leapp", "core.internal.LeappDirectory"};

    @Override
    String topic() {
        return "rings";
    }

    @Override
    Stream<Shown> rules() {
        return Stream.of(
                new Shown("the domain knows only the domain", RingsTest::domain, "core.session.KnowsAPort"),
                new Shown("ports know only the domain and ports", RingsTest::ports, "core.spi.KnowsAUseCase"),
                new Shown("what is exported knows nothing internal", RingsTest::exported, "core.port.KnowsInternals"),
                new Shown("Leapp knows of the inside only the composition", RingsTest::facade, "core.Leapp"),
                new Shown(
                        "only Leapp knows the composition",
                        RingsTest::composition,
                        "core.internal.session.KnowsTheRoot"),
                new Shown(
                        "tools know neither use cases nor adapters",
                        RingsTest::tools,
                        "core.internal.file.KnowsAUseCase"),
                new Shown("use cases know no adapters", RingsTest::useCases, "core.internal.session.KnowsAnAdapter"),
                new Shown("adapters know no use cases", RingsTest::adapters, "core.internal.workspace.KnowsAUseCase"),
                new Shown("every class of core is in a ring", RingsTest::everything, "core.extra.Stray"));
    }

    private static Rule domain(Code code) {
        return Rule.noDependency(code.in(DOMAIN), code.under("").and(not(code.in(DOMAIN))));
    }

    private static Rule ports(Code code) {
        return Rule.noDependency(
                code.in(PORTS), code.under("").and(not(code.in(DOMAIN).or(code.in(PORTS)))));
    }

    private static Rule exported(Code code) {
        DescribedPredicate<JavaClass> exported = code.under("core").and(not(code.internal()));
        return Rule.noDependency(exported.and(not(code.named("core.Leapp"))), code.internal());
    }

    private static Rule facade(Code code) {
        return Rule.noDependency(
                code.named("core.Leapp"), code.internal().and(not(code.named("core.internal.Composition"))));
    }

    private static Rule composition(Code code) {
        return Rule.noDependency(
                code.under("").and(not(code.named("core.Leapp").or(code.named(COMPOSITION)))), code.named(COMPOSITION));
    }

    private static Rule tools(Code code) {
        return Rule.noDependency(code.under(TOOLS), code.under(USE_CASES).or(onlyAdapters(code)));
    }

    private static Rule useCases(Code code) {
        return Rule.noDependency(code.under(USE_CASES), onlyAdapters(code));
    }

    private static Rule adapters(Code code) {
        return Rule.noDependency(onlyAdapters(code), code.under(USE_CASES));
    }

    /** A tool may lie below an adapter: how definitions are written as JSON is no matter of the workspace's file alone. */
    private static DescribedPredicate<JavaClass> onlyAdapters(Code code) {
        return code.under(ADAPTERS).and(not(code.under(TOOLS)));
    }

    private static Rule everything(Code code) {
        DescribedPredicate<JavaClass> inRing = code.in(DOMAIN)
                .or(code.in(PORTS))
                .or(code.under(TOOLS))
                .or(code.under(USE_CASES))
                .or(code.under(ADAPTERS))
                .or(code.named(COMPOSITION))
                .or(code.named(ROOTS));
        return Rule.each(
                code.under("core").and(not(PackagesTest.INFO)),
                type -> inRing.test(type) ? Stream.empty() : Stream.of(type.getName() + " is in no ring"));
    }
}
