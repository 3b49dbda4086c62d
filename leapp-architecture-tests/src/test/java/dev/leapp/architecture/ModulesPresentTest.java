package dev.leapp.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModulesPresentTest {

    @ParameterizedTest
    @ValueSource(strings = {"core", "provider.aws", "integration.sso", "testkit", "cli", "benchmarks"})
    void rulesSeeTheModule(String module) {
        assertThat(Code.ours().classes().that(Code.ours().under(module))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"architecture", "core.internal.session.Fixture"})
    void rulesDontSeeTests(String tests) {
        assertThat(Code.ours().classes().stream().map(type -> type.getName()))
                .noneMatch(name -> name.startsWith("dev.leapp." + tests));
    }
}
