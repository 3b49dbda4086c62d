package dev.leapp.architecture;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RuleTest {

    @Test
    void aRuleThatLooksAtNothingFails() {
        Rule rule = Rule.each(Code.ours().under("no.such"), type -> Stream.empty());

        assertThatThrownBy(() -> rule.holdsIn(Code.ours()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no.such");
    }

    @Test
    void aRuleThatIsBrokenFails() {
        Rule rule = Rule.noDependency(
                Code.ours().under("core"),
                DescribedPredicate.describe("are String", type -> type.isEquivalentTo(String.class)));

        assertThatThrownBy(() -> rule.holdsIn(Code.ours())).isInstanceOf(AssertionError.class);
    }

    @Test
    void aSampleThatBreaksNothingFails() {
        Rule rule = Rule.each(DescribedPredicate.alwaysTrue(), type -> Stream.empty());

        assertThatThrownBy(() -> rule.isBrokenIn(Code.sample("rings"), "core.session.KnowsAPort"))
                .isInstanceOf(AssertionError.class);
    }
}
