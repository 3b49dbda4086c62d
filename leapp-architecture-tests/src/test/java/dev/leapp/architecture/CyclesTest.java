package dev.leapp.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import dev.leapp.core.spi.LeappPlugin;
import java.util.List;
import java.util.stream.Stream;

/** Packages depend on each other in one direction only, in every module, internal packages included. */
class CyclesTest extends Rules {

    @Override
    String topic() {
        return "cycles";
    }

    @Override
    Stream<Shown> rules() {
        return Stream.of(new Shown("packages have no cycles", CyclesTest::acyclic, "core.internal.lock.Lock"));
    }

    private static Rule acyclic(Code code) {
        return new Rule(code.under(""), classes -> cycles(code, classes));
    }

    private static List<String> cycles(Code code, JavaClasses classes) {
        return slices().assignedFrom(new Packages(code))
                .should()
                .beFreeOfCycles()
                .evaluate(classes)
                .getFailureReport()
                .getDetails();
    }

    /** What puts a module together sees all of it, although it lies beside what it sees: it counts as a package of its own. */
    private record Packages(Code code) implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            if (code.named(RingsTest.COMPOSITION).test(type)) {
                return SliceIdentifier.of(code.full("core.internal.Composition"));
            }
            boolean root = type.isAssignableTo(LeappPlugin.class);
            return SliceIdentifier.of(root ? type.getName() : type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }
}
