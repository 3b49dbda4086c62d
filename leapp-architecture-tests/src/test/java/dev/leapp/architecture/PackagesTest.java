package dev.leapp.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** Every package says what it is for, and that null must be announced. */
class PackagesTest extends Rules {

    static final DescribedPredicate<JavaClass> INFO = DescribedPredicate.describe(
            "are package-info", type -> type.getSimpleName().equals("package-info"));

    @Override
    String topic() {
        return "packages";
    }

    @Override
    Stream<Shown> rules() {
        return Stream.of(new Shown("packages are null-marked", PackagesTest::nullMarked, "core.session"));
    }

    private static Rule nullMarked(Code code) {
        return Rule.each(
                code.under("").and(not(INFO)),
                type -> type.getPackage().isAnnotatedWith(NullMarked.class)
                        ? Stream.empty()
                        : Stream.of(type.getPackageName() + " is not null-marked"));
    }
}
