package dev.leapp.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One rule: which classes it looks at, and what it finds wrong with them. It fails if it looks at nothing, so that it can't hold
 * because a package was renamed.
 */
record Rule(DescribedPredicate<? super JavaClass> selection, Function<JavaClasses, List<String>> check) {

    /** A rule that looks at each class by itself. */
    static Rule each(DescribedPredicate<? super JavaClass> selection, Function<JavaClass, Stream<String>> problems) {
        return new Rule(
                selection,
                selected -> selected.stream().flatMap(problems).distinct().toList());
    }

    /** A rule on what the selected classes may depend on. */
    static Rule noDependency(
            DescribedPredicate<? super JavaClass> selection, DescribedPredicate<? super JavaClass> forbidden) {
        return each(
                selection,
                type -> type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency ->
                                forbidden.test(dependency.getTargetClass().getBaseComponentType()))
                        .map(Dependency::getDescription));
    }

    void holdsIn(Code code) {
        assertThat(violations(code)).isEmpty();
    }

    void isBrokenIn(Code sample, String culprit) {
        assertThat(violations(sample)).anySatisfy(text -> assertThat(text).contains(sample.full(culprit)));
    }

    private Collection<String> violations(Code code) {
        JavaClasses selected = code.classes()
                .that(DescribedPredicate.describe(
                        selection.getDescription(), (JavaClass type) -> selection.test(type)));
        assertThat(selected.stream().toList())
                .as("classes under %s that %s", code.root(), selection.getDescription())
                .isNotEmpty();
        return check.apply(selected);
    }
}
