package dev.leapp.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Classes that rules are held against: our own, or a sample whose packages are laid out alike. */
record Code(String root, JavaClasses classes) {

    private static final Code OURS = new Code(
            "dev.leapp",
            new ClassFileImporter(Set.of(new ImportOption.DoNotIncludeTests(), Code::isWritten))
                    .importPackages("dev.leapp"));

    /** Whether a person wrote it: the harness of the benchmarks generates classes that call them. */
    private static boolean isWritten(Location location) {
        return !location.contains("/jmh_generated/");
    }

    /** The main code of all modules. */
    static Code ours() {
        return OURS;
    }

    /** A sample that breaks rules. */
    static Code sample(String topic) {
        String root = "dev.leapp.architecture.sample." + topic;
        return new Code(root, new ClassFileImporter().importPackages(root));
    }

    /** The full name of what is called {@code name} below the root. */
    String full(String name) {
        return name.isEmpty() ? root : root + "." + name;
    }

    /** What lies in one of these packages or below. */
    DescribedPredicate<JavaClass> under(String... packages) {
        return DescribedPredicate.describe(
                "lie under " + String.join(", ", packages),
                type -> Arrays.stream(packages)
                        .map(this::full)
                        .anyMatch(name -> type.getPackageName().equals(name)
                                || type.getPackageName().startsWith(name + ".")));
    }

    /** What lies in exactly one of these packages. */
    DescribedPredicate<JavaClass> in(String... packages) {
        return DescribedPredicate.describe(
                "lie in " + String.join(", ", packages),
                type -> Arrays.stream(packages)
                        .anyMatch(name -> type.getPackageName().equals(full(name))));
    }

    /** These classes, and what is nested in them. */
    DescribedPredicate<JavaClass> named(String... names) {
        Set<String> wanted = Arrays.stream(names).map(this::full).collect(Collectors.toSet());
        return DescribedPredicate.describe("are " + String.join(", ", names), type -> wanted.contains(outermost(type)));
    }

    /** What no other module may use: packages named internal, and all of the command. */
    DescribedPredicate<JavaClass> internal() {
        return DescribedPredicate.describe("are not exported", type -> {
            String name = type.getPackageName();
            return name.startsWith(root + ".") && (name + ".").contains(".internal.");
        });
    }

    /** What other modules may use: everything of the libraries that is not internal. */
    DescribedPredicate<JavaClass> exported() {
        return under("core", "provider", "integration", "testkit").and(DescribedPredicate.not(internal()));
    }

    /** The name of the top-level class that a class is, or is nested in. */
    static String outermost(JavaClass type) {
        String name = type.getName();
        int dollar = name.indexOf('$');
        return dollar < 0 ? name : name.substring(0, dollar);
    }
}
