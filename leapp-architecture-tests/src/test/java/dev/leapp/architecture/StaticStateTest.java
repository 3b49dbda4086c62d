package dev.leapp.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Nothing is kept in static fields: two Leapps in one process share no more than the registry of locks. */
class StaticStateTest extends Rules {

    private static final List<String> MUTABLE = List.of(
            "java.util.concurrent.",
            "java.lang.ThreadLocal",
            "java.lang.StringBuilder",
            "java.util.Random",
            "java.security.SecureRandom");

    @Override
    String topic() {
        return "statics";
    }

    @Override
    Stream<Shown> rules() {
        return Stream.of(
                new Shown("static fields are final", StaticStateTest::finals, "core.session.Remembers"),
                new Shown("static fields hold nothing mutable", StaticStateTest::values, "core.session.Remembers"),
                new Shown(
                        "static initializers make nothing mutable",
                        StaticStateTest::initializers,
                        "core.session.Collects"));
    }

    private static Rule finals(Code code) {
        return Rule.each(
                code.under(""),
                type -> statics(type)
                        .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL))
                        .map(JavaField::getFullName));
    }

    private static Rule values(Code code) {
        return Rule.each(
                code.under("").and(not(registry(code))),
                type -> statics(type)
                        .filter(field -> mutable(field.getRawType()))
                        .map(JavaField::getFullName));
    }

    private static Rule initializers(Code code) {
        return Rule.each(
                code.under("").and(not(registry(code))),
                type -> type.getStaticInitializer().stream()
                        .flatMap(initializer -> initializer.getConstructorCallsFromSelf().stream())
                        .filter(call -> mutable(call.getTargetOwner()) || collection(call.getTargetOwner()))
                        .map(JavaConstructorCall::getDescription));
    }

    private static DescribedPredicate<JavaClass> registry(Code code) {
        return code.named("core.internal.lock.InterProcessLock");
    }

    private static Stream<JavaField> statics(JavaClass type) {
        return type.getFields().stream()
                .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC));
    }

    private static boolean mutable(JavaClass type) {
        return MUTABLE.stream().anyMatch(type.getName()::startsWith);
    }

    private static boolean collection(JavaClass type) {
        return type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class);
    }
}
