package dev.leapp.architecture;

import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Rules on one topic: each must hold in our code, and must be broken by the sample of that topic. */
abstract class Rules {

    /** A rule, and the class of the sample that breaks it. */
    record Shown(String says, Function<Code, Rule> rule, String culprit) {}

    /** The name of the sample's package. */
    abstract String topic();

    abstract Stream<Shown> rules();

    @TestFactory
    Stream<DynamicTest> holds() {
        return rules().map(shown -> DynamicTest.dynamicTest(
                shown.says(), () -> shown.rule().apply(Code.ours()).holdsIn(Code.ours())));
    }

    @TestFactory
    Stream<DynamicTest> canFail() {
        Code sample = Code.sample(topic());
        return rules().map(shown -> DynamicTest.dynamicTest(
                shown.says(), () -> shown.rule().apply(sample).isBrokenIn(sample, shown.culprit())));
    }
}
