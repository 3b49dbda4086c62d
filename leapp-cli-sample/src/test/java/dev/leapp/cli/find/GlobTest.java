package dev.leapp.cli.find;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

    @ParameterizedTest
    @CsvSource({
        "dev-*,dev-a,true",
        "dev-*,dev-,true",
        "dev-*,a-dev-b,false",
        "DEV-?,dev-x,true",
        "dev-?,dev-xy,false",
        "*prod*,nonProduction,true",
        "a.c,abc,false",
        "[ab],a,false",
        "[ab],[ab],true",
        "stra\u00dfe*,STRA\u00dfENBAHN,true",
        "?,\ud83d\ude00,true",
    })
    void fitsTheWholeText(String glob, String text, boolean fits) {
        assertThat(Glob.of(glob).matches(text)).isEqualTo(fits);
    }

    @Test
    void onlyStarsAndQuestionMarksMakeOne() {
        assertThat(Glob.isGlob("a*")).isTrue();
        assertThat(Glob.isGlob("a?")).isTrue();
        assertThat(Glob.isGlob("[a]")).isFalse();
    }
}
