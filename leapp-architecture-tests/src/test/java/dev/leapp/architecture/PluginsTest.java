package dev.leapp.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import dev.leapp.core.spi.LeappPlugin;
import dev.leapp.core.spi.LeappPluginInfo;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** A plug-in that nobody can find, or that says nothing of itself, is a mistake. */
class PluginsTest extends Rules {

    private static final DescribedPredicate<JavaClass> PLUGINS = DescribedPredicate.describe(
            "implement LeappPlugin", type -> type.isAssignableTo(LeappPlugin.class) && !type.isInterface());

    @Override
    String topic() {
        return "plugins";
    }

    @Override
    Stream<Shown> rules() {
        return Stream.of(
                new Shown("plug-ins are registered", PluginsTest::registered, "provider.one.Forgotten"),
                new Shown("plug-ins say what they are", PluginsTest::annotated, "provider.one.Forgotten"),
                new Shown("plug-ins are public and final", PluginsTest::shaped, "provider.one.Forgotten"));
    }

    private static Rule registered(Code code) {
        return Rule.each(
                plugins(code),
                type -> ServiceLoader.load(LeappPlugin.class).stream()
                                .anyMatch(provider -> provider.type().getName().equals(type.getName()))
                        ? Stream.empty()
                        : Stream.of(type.getName() + " is not in META-INF/services"));
    }

    private static Rule annotated(Code code) {
        return Rule.each(
                plugins(code),
                type -> type.isAnnotatedWith(LeappPluginInfo.class)
                        ? Stream.empty()
                        : Stream.of(type.getName() + " lacks @LeappPluginInfo"));
    }

    private static Rule shaped(Code code) {
        return Rule.each(
                plugins(code),
                type -> type.getModifiers().contains(JavaModifier.PUBLIC)
                                && type.getModifiers().contains(JavaModifier.FINAL)
                        ? Stream.empty()
                        : Stream.of(type.getName() + " is not public and final"));
    }

    private static DescribedPredicate<JavaClass> plugins(Code code) {
        return code.under("").and(PLUGINS);
    }
}
