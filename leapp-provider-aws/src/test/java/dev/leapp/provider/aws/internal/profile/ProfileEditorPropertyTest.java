package dev.leapp.provider.aws.internal.profile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;

/** Properties that hold for every file, each tried on three hundred generated ones; a failure names the seed. */
class ProfileEditorPropertyTest {

    private static final List<Entry> KEYS = List.of(
            new Entry("aws_access_key_id", "ASIAEXAMPLE"),
            new Entry("aws_secret_access_key", "s/e+c=r#e;t"),
            new Entry("aws_session_token", "token\u00e9=="));

    private static final Entry REGION = new Entry("region", "ap-east-1");

    private static final SectionName OPS = SectionName.inCredentials("ops");

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void renderingGivesBackWhatWasParsed(long seed) {
        byte[] file = new ProfileFiles(seed).any();

        assertThat(ProfileDocument.parse(file).toBytes()).isEqualTo(file);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void startThenStopGivesBackTheSameBytes(long seed) {
        byte[] file = new ProfileFiles(seed).any();
        Edit start = editor(file).append(OPS, KEYS);

        assertThat(stop(start.document().toBytes(), start.trace())).isEqualTo(file);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void startRotateStopGivesBackTheSameBytes(long seed) {
        byte[] file = new ProfileFiles(seed).any();
        Edit start = editor(file).append(OPS, KEYS);
        var rotated = new Entry("aws_session_token", "other");
        ProfileDocument document = ProfileDocument.parse(start.document().toBytes());

        ProfileDocument after =
                new ProfileEditor(document).update(document.sections(OPS).get(0), List.of(rotated));
        ProfileDocument stopped = new ProfileEditor(ProfileDocument.parse(after.toBytes()))
                .remove(OPS, start.trace(), ours(List.of(KEYS.get(0), KEYS.get(1), rotated)));

        assertThat(stopped.toBytes()).isEqualTo(file);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void startOnlyAppends(long seed) {
        byte[] file = new ProfileFiles(seed).any();

        byte[] started = editor(file).append(OPS, KEYS).document().toBytes();

        assertThat(Arrays.copyOf(started, file.length)).isEqualTo(file);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void otherSectionsReadTheSameAfterStart(long seed) {
        byte[] file = new ProfileFiles(seed).any();
        var expected = new LinkedHashMap<>(IniOracle.read(file));
        expected.put(
                "ops",
                Map.of(
                        "aws_access_key_id", "ASIAEXAMPLE",
                        "aws_secret_access_key", "s/e+c=r#e;t",
                        "aws_session_token", new String("token\u00e9==".getBytes(UTF_8), ISO_8859_1)));

        byte[] started = editor(file).append(OPS, KEYS).document().toBytes();

        assertThat(IniOracle.read(started)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aKeyPutIntoAnExistingSectionIsReadBackAndTakenOutToTheByte(long seed) {
        byte[] file = new ProfileFiles(seed).any();
        for (Target target : Target.of(file)) {
            ProfileDocument document = ProfileDocument.parse(file);
            List<Section> sections = document.sections(target.name());
            Edit start = new ProfileEditor(document).insert(sections.get(sections.size() - 1), List.of(REGION));
            byte[] started = start.document().toBytes();

            assertThat(withoutRegion(IniOracle.read(started), target.heading()))
                    .isEqualTo(withoutRegion(IniOracle.read(file), target.heading()));
            assertThat(IniOracle.read(started).get(target.heading())).containsEntry("region", "ap-east-1");
            assertThat(new ProfileEditor(ProfileDocument.parse(started))
                            .remove(target.name(), start.trace(), ours(List.of(REGION)))
                            .toBytes())
                    .isEqualTo(file);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aSectionThatWasTakenOverComesBackToTheByte(long seed) {
        byte[] file = new ProfileFiles(seed).any();
        for (Target target : Target.of(file)) {
            ProfileDocument document = ProfileDocument.parse(file);
            byte[] before = document.sections(target.name()).get(0).bytes();

            ProfileDocument taken = editor(file)
                    .takeOver(document.sections(target.name()).get(0), property -> even(seed, property), KEYS);
            ProfileDocument again = ProfileDocument.parse(taken.toBytes());
            ProfileDocument back = new ProfileEditor(again)
                    .replace(again.sections(target.name()).get(0), before);

            assertThat(back.toBytes()).isEqualTo(file);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatOthersWroteMeanwhileStays(long seed) {
        byte[] file = new ProfileFiles(seed).any();
        Edit start = editor(file).append(OPS, KEYS);
        String started = new String(start.document().toBytes(), ISO_8859_1);
        String foreign = "[added]\nk = v\n";
        boolean ahead = new Random(seed).nextBoolean() && !started.startsWith("\u00ef");

        String stopped = new String(
                stop((ahead ? foreign + started : started + foreign).getBytes(ISO_8859_1), start.trace()), ISO_8859_1);

        String before = new String(file, ISO_8859_1);
        String end = ahead || !start.trace().terminatedBefore() ? "" : eolOf(started, before);
        assertThat(stopped).isEqualTo(ahead ? foreign + before : before + end + foreign);
    }

    private static String eolOf(String started, String before) {
        String added = started.substring(before.length());
        return added.startsWith("\r\n") ? "\r\n" : added.substring(0, 1);
    }

    private static boolean even(long seed, Section.Property property) {
        return ((seed + property.start()) & 1) == 0;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theSdkReadsWhatWasWrittenWhereItReadsTheFile(long seed) {
        byte[] file = new ProfileFiles(seed).wellFormed();
        Map<String, Profile> before = sdkProfiles(file);

        Map<String, Profile> after =
                sdkProfiles(editor(file).append(OPS, KEYS).document().toBytes());

        assertThat(Objects.requireNonNull(after.get("ops")).properties())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "aws_access_key_id", "ASIAEXAMPLE",
                        "aws_secret_access_key", "s/e+c=r#e;t",
                        "aws_session_token", "token\u00e9=="));
        after.remove("ops");
        assertThat(after).isEqualTo(before);
    }

    private static Map<String, Profile> sdkProfiles(byte[] file) {
        return new LinkedHashMap<>(ProfileFile.builder()
                .content(new ByteArrayInputStream(file))
                .type(ProfileFile.Type.CREDENTIALS)
                .build()
                .profiles());
    }

    private static ProfileEditor editor(byte[] file) {
        return new ProfileEditor(ProfileDocument.parse(file));
    }

    private static byte[] stop(byte[] file, Trace trace) {
        return editor(file).remove(OPS, trace, ours(KEYS)).toBytes();
    }

    private static Predicate<Section.Property> ours(List<Entry> entries) {
        return property -> entries.contains(new Entry(property.key(), orDash(property.value())));
    }

    private static String orDash(String value) {
        boolean safe =
                !value.isBlank() && value.chars().noneMatch(Character::isISOControl) && !value.contains("\ufffd");
        return safe && !value.contains(" #") && value.equals(value.strip()) ? value : "-";
    }

    private static Map<String, Map<String, String>> withoutRegion(
            Map<String, Map<String, String>> sections, String heading) {
        Objects.requireNonNull(sections.get(heading)).remove("region");
        return sections;
    }

    /** A section of a generated file to work on, by the name that finds it. */
    private record Target(String heading, SectionName name) {

        static List<Target> of(byte[] file) {
            return IniOracle.read(file).keySet().stream()
                    .filter(heading -> heading.matches("section\\d"))
                    .map(heading -> new Target(heading, SectionName.inCredentials(heading)))
                    .toList();
        }
    }
}
