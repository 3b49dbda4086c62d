package dev.leapp.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.properties.HasModifiers;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What others compile against: its types, and how it may grow. */
class SignaturesTest extends Rules {

    /** The adapters that hand a session to a cloud's library, and so must show its types. */
    private static final String[] SDK_ADAPTERS = {"provider.aws.LeappCredentialsProvider"};

    private static final DescribedPredicate<JavaClass> HIDDEN = LibrariesTest.JACKSON
            .or(LibrariesTest.BOUNCY_CASTLE)
            .or(LibrariesTest.KEYCHAINS)
            .or(LibrariesTest.NATIVE_CALLS)
            .or(LibrariesTest.TERMINALS);

    @Override
    String topic() {
        return "signatures";
    }

    @Override
    Stream<Shown> rules() {
        return Stream.of(
                new Shown("no signature shows a hidden library", SignaturesTest::libraries, "core.spi.ShowsJackson"),
                new Shown(
                        "only the adapters show a cloud's library", SignaturesTest::clouds, "provider.aws.ShowsTheSdk"),
                new Shown("no signature shows what is internal", SignaturesTest::internals, "core.port.ShowsInternals"),
                new Shown("exported classes are final", SignaturesTest::isFinal, "core.session.Extensible"));
    }

    @Test
    void theAdaptersShowTheirLibrary() {
        Code ours = Code.ours();

        assertThat(ours.classes().that(ours.named(SDK_ADAPTERS)))
                .hasSize(SDK_ADAPTERS.length)
                .allSatisfy(adapter -> assertThat(shown(adapter)).anyMatch(ModulesTest.CLOUDS));
    }

    private static Rule libraries(Code code) {
        return shows(code.exported(), HIDDEN);
    }

    private static Rule clouds(Code code) {
        return shows(code.exported().and(not(code.named(SDK_ADAPTERS))), ModulesTest.CLOUDS);
    }

    private static Rule internals(Code code) {
        return shows(code.exported(), code.internal());
    }

    private static Rule isFinal(Code code) {
        DescribedPredicate<JavaClass> closed = DescribedPredicate.describe(
                "are public classes",
                (JavaClass type) -> visible(type)
                        && type.getModifiers().contains(JavaModifier.PUBLIC)
                        && !type.isInterface()
                        && !type.isEnum()
                        && !type.isRecord()
                        && !type.isAssignableTo(Throwable.class));
        DescribedPredicate<JavaClass> contracts = code.under("testkit.contract")
                .and(DescribedPredicate.describe("", type -> type.getModifiers().contains(JavaModifier.ABSTRACT)));
        return Rule.each(
                code.exported().and(closed).and(not(contracts)),
                type -> type.getModifiers().contains(JavaModifier.FINAL)
                        ? Stream.empty()
                        : Stream.of(type.getName() + " can be extended"));
    }

    private static Rule shows(DescribedPredicate<JavaClass> exported, DescribedPredicate<JavaClass> hidden) {
        return Rule.each(
                exported.and(DescribedPredicate.describe("are public", SignaturesTest::visible)),
                type -> shown(type)
                        .filter(shown -> hidden.test(shown.getBaseComponentType()))
                        .map(shown -> type.getName() + " shows " + shown.getName()));
    }

    private static Stream<JavaClass> shown(JavaClass type) {
        Stream<JavaType> supertypes = Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
        Stream<JavaType> fields =
                type.getFields().stream().filter(SignaturesTest::open).map(JavaField::getType);
        Stream<JavaType> units =
                type.getCodeUnits().stream().filter(SignaturesTest::open).flatMap(SignaturesTest::of);
        return Stream.of(supertypes, fields, units)
                .flatMap(types -> types)
                .map(JavaType::getAllInvolvedRawTypes)
                .flatMap(Set::stream);
    }

    private static Stream<JavaType> of(JavaCodeUnit unit) {
        Stream<JavaType> thrown = unit.getThrowsClause().getTypes().stream().map(JavaType.class::cast);
        return Stream.of(unit.getParameterTypes(), Set.of(unit.getReturnType()), thrown.toList())
                .flatMap(Collection::stream);
    }

    private static boolean open(HasModifiers member) {
        return member.getModifiers().contains(JavaModifier.PUBLIC)
                || member.getModifiers().contains(JavaModifier.PROTECTED);
    }

    private static boolean visible(JavaClass type) {
        return open(type)
                && type.getEnclosingClass().map(SignaturesTest::visible).orElse(true);
    }
}
