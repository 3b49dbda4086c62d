package dev.leapp.core.internal.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.workspace.Doctor;
import dev.leapp.core.workspace.DoctorOptions;
import dev.leapp.core.workspace.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ExaminationTest {

    private final List<String> told = new ArrayList<>();

    private record Looking(String topic, Supplier<List<Finding>> found) implements Check {
        @Override
        public List<Finding> look(Visit visit) {
            return found.get();
        }
    }

    @Test
    void failingCheckIsAFindingAndStopsNoOther() {
        List<Finding> found = examine(
                new Looking("first", () -> {
                    throw new IllegalStateException("s3cret");
                }),
                new Looking("second", () -> {
                    throw new LeappException(CoreErrorCode.INTERNAL, "in words", "do this");
                }),
                new Looking("third", () -> {
                    throw new NoClassDefFoundError("s3cret");
                }),
                new Looking("fourth", () -> List.of(Finding.ok("fourth", "well"))));

        assertThat(found).extracting(Finding::topic).containsExactly("first", "second", "third", "fourth");
        assertThat(found)
                .extracting(Finding::what)
                .containsExactly(
                        "could not be looked at: IllegalStateException",
                        "could not be looked at: in words",
                        "could not be looked at: NoClassDefFoundError",
                        "well");
        assertThat(found.get(1).hint()).contains("do this");
        assertThat(told).first().isEqualTo("looking at the first");
    }

    @Test
    void findingsOfOneTopicStandTogether() {
        List<Finding> found = examine(
                new Looking("a", () -> List.of(Finding.ok("a", "1"))),
                new Looking("b", () -> List.of(Finding.ok("b", "2"), Finding.note("a", "3"))));

        assertThat(found).extracting(Finding::what).containsExactly("1", "3", "2");
    }

    @Test
    void interruptionEndsIt() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> examine(new Looking("a", List::of)))
                    .isInstanceOfSatisfying(
                            LeappException.class, e -> assertThat(e.code()).isEqualTo(CoreErrorCode.CANCELLED));
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private List<Finding> examine(Check... checks) {
        Doctor doctor = new Examination(Visits.holding(), new FakeFile(), false, List.of(checks), told::add);
        return doctor.examine(DoctorOptions.standard());
    }
}
