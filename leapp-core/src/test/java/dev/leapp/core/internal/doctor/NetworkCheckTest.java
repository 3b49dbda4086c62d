package dev.leapp.core.internal.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.spi.LeappPlugin;
import dev.leapp.core.workspace.Finding;
import dev.leapp.core.workspace.Finding.Severity;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkCheckTest {

    private static final Reach NOBODY = (endpoints, timeout) -> {
        throw new AssertionError("asked");
    };

    @Test
    void placesOfAllSessionsAreTriedWithTheirPurpose() {
        List<Finding> found =
                look((endpoints, timeout) -> List.of(Answer.reached(), Answer.unreachable("gone")), new SamplePlugin());

        assertThat(found).extracting(Finding::severity).containsExactly(Severity.OK, Severity.PROBLEM);
        assertThat(found.get(0).what()).isEqualTo("sample (https://ops.example) can be reached");
        assertThat(found.get(1).what()).isEqualTo("sample (https://dev.example) can't be reached: gone");
        assertThat(found.get(1).hint().orElseThrow()).startsWith("leapp workspace doctor --offline");
    }

    @ParameterizedTest
    @CsvSource({"PT-20S, OK", "PT-2M, WARNING", "PT2M, WARNING", "PT6M, PROBLEM", "PT-72H, PROBLEM"})
    void clockIsComparedWithThePlaceThatAgreesBest(Duration ahead, Severity severity) {
        List<Finding> found = look(
                (endpoints, timeout) -> List.of(
                        Answer.reached().withAhead(Duration.ofDays(9)),
                        Answer.reached().withAhead(ahead)),
                new SamplePlugin());

        assertThat(found.get(2).topic()).isEqualTo("clock");
        assertThat(found.get(2).severity()).isEqualTo(severity);
    }

    @Test
    void offlineAsksNobody() {
        NetworkCheck check =
                new NetworkCheck(SamplePlugin.registry(new SamplePlugin()).endpoints(), NOBODY);

        assertThat(Visits.only(check.look(Visits.offline(Visits.session("ops"))))
                        .severity())
                .isEqualTo(Severity.NOTE);
        assertThat(Visits.only(check.look(Visits.unopened(new FakeFile(), CoreErrorCode.WORKSPACE_CORRUPT)))
                        .severity())
                .isEqualTo(Severity.NOTE);
    }

    @Test
    void withoutAPlaceNobodyIsAsked() {
        assertThat(Visits.only(look(NOBODY)).severity()).isEqualTo(Severity.OK);
    }

    @Test
    void pluginThatFailsIsNamedAndStopsNoOther() {
        List<Finding> found = look(
                (endpoints, timeout) -> List.of(Answer.reached(), Answer.reached()),
                new SamplePlugin.Failing(),
                new SamplePlugin());

        assertThat(found).extracting(Finding::severity).containsExactly(Severity.PROBLEM, Severity.OK, Severity.OK);
        assertThat(found.get(0).what()).contains("sample.failing").doesNotContain("s3cret");
    }

    private static List<Finding> look(Reach reach, LeappPlugin... plugins) {
        return new NetworkCheck(SamplePlugin.registry(plugins).endpoints(), reach)
                .look(Visits.of(new FakeFile(), Visits.session("ops"), Visits.session("dev")));
    }
}
