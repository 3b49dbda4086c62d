package dev.leapp.provider.aws.internal.profile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileEditorTest {

    private static final SectionName OPS = SectionName.inCredentials("ops");

    private static final List<Entry> KEY = List.of(new Entry("aws_access_key_id", "ASIA1"));

    @Test
    void appendUsesTheFilesOwnLineEnds() {
        assertThat(append("[a]\r\nk = v")).isEqualTo("[a]\r\nk = v\r\n\r\n[ops]\r\naws_access_key_id = ASIA1\r\n");
    }

    @Test
    void appendToNothingIsJustTheSection() {
        assertThat(append("")).isEqualTo("[ops]\naws_access_key_id = ASIA1\n");
    }

    @Test
    void appendKeepsAByteOrderMarkInFront() {
        assertThat(append("\ufeff")).isEqualTo("\ufeff[ops]\naws_access_key_id = ASIA1\n");
    }

    @Test
    void insertGoesBehindANestedBlockAndBeforeTheNextSectionsComment() {
        String file = "[ops]\ns3 =\n  a = b\n\n# about x\n[x]\n";

        assertThat(insert(file)).isEqualTo("[ops]\ns3 =\n  a = b\naws_access_key_id = ASIA1\n\n# about x\n[x]\n");
    }

    @Test
    void insertDoesNotTurnIndentedKeysIntoAContinuationOfOurs() {
        assertThat(insert("[ops]\n  region = x\n")).isEqualTo("[ops]\n  region = x\naws_access_key_id = ASIA1\n");
    }

    @Test
    void takeOverDisplacesOnlyWhatItIsToldTo() {
        ProfileDocument document = document("[ops]\n# mine\nAWS_ACCESS_KEY_ID : OLD\noutput = json\n\n[x]\n");

        ProfileDocument taken = new ProfileEditor(document)
                .takeOver(section(document), property -> property.key().equals("aws_access_key_id"), KEY);

        assertThat(text(taken)).isEqualTo("[ops]\n# mine\noutput = json\naws_access_key_id = ASIA1\n\n[x]\n");
    }

    @Test
    void updateReplacesAValueInItsPlaceAndAddsWhatIsMissing() {
        ProfileDocument document = document("[ops]\naws_access_key_id = OLD\noutput = json");

        ProfileDocument updated = new ProfileEditor(document)
                .update(section(document), List.of(KEY.get(0), new Entry("aws_session_token", "t")));

        assertThat(text(updated)).isEqualTo("[ops]\naws_access_key_id = ASIA1\noutput = json\naws_session_token = t\n");
    }

    @Test
    void removeLeavesAHeaderThatSomebodyWroteBelow() {
        String edited = "[ops]\naws_access_key_id = ASIA1\noutput = json\n";

        assertThat(remove(edited, new Trace(true, false, false))).isEqualTo("[ops]\noutput = json\n");
    }

    @Test
    void removeLeavesAValueThatSomebodyChanged() {
        String edited = "[ops]\naws_access_key_id = AKIAMINE\n";

        assertThat(remove(edited, new Trace(true, false, false))).isEqualTo(edited);
    }

    @Test
    void removeOfWhatIsGoneChangesNothing() {
        String edited = "[a]\nk = v\n";

        assertThat(remove(edited, new Trace(true, true, true))).isEqualTo(edited);
    }

    @Test
    void removeKeepsTheLineEndWhenASectionFollowed() {
        String edited = "[a]\nk = v\n\n[ops]\naws_access_key_id = ASIA1\n[new]\n";

        assertThat(remove(edited, new Trace(true, true, true))).isEqualTo("[a]\nk = v\n[new]\n");
    }

    @Test
    void removeKeepsAForeignKeysLineEndAtTheEndOfTheFile() {
        String edited = "[a]\nk = v\n\n[ops]\naws_access_key_id = ASIA1\nmine = 1\n";

        assertThat(remove(edited, new Trace(true, true, true))).isEqualTo("[a]\nk = v\n\n[ops]\nmine = 1\n");
    }

    @Test
    void twoSessionsStoppedInTheOrderTheyStartedLeaveNothing() {
        String before = "[a]\nk = v\n";
        Edit first = new ProfileEditor(document(before)).append(OPS, KEY);
        SectionName other = SectionName.inCredentials("dev");
        Edit second = new ProfileEditor(first.document()).append(other, KEY);

        ProfileDocument stopped =
                new ProfileEditor(second.document()).remove(OPS, first.trace(), ProfileEditorTest::isOurs);

        assertThat(text(new ProfileEditor(stopped).remove(other, second.trace(), ProfileEditorTest::isOurs)))
                .isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "CREDENTIALS|ops|ops|true",
                "CREDENTIALS|ops| ops |true",
                "CREDENTIALS|ops|profile ops|false",
                "CREDENTIALS|my team|my team|true",
                "CONFIG|ops|profile ops|true",
                "CONFIG|ops|profile   ops  |true",
                "CONFIG|ops|profile \"ops\"|true",
                "CONFIG|ops|profile 'ops'|true",
                "CONFIG|ops|profile\tops|true",
                "CONFIG|ops|ops|false",
                "CONFIG|ops|profile ops 2|false",
                "CONFIG|ops|profileops|false",
                "CONFIG|ops|sso-session ops|false",
                "CONFIG|my team|profile \"my team\"|true",
                "CONFIG|my team|profile my\\ team|true",
                "CONFIG|my team|profile my team|true",
                "CONFIG|ops|profile \"ops|false",
                "CONFIG|default|default|true",
                "CONFIG|default|profile default|true",
                "CONFIG|ops|default|false",
            })
    void aSectionIsFoundBySpellingsThatTheToolsAccept(
            SectionName.Kind kind, String profile, String heading, boolean found) {
        var name = new SectionName(kind, profile);

        assertThat(document("[" + heading + "]\n").sections(name)).hasSize(found ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({
        "CREDENTIALS,ops,ops",
        "CONFIG,ops,profile ops",
        "CONFIG,my team,profile 'my team'",
        "CONFIG,default,default",
        "CREDENTIALS,default,default"
    })
    void aHeadingIsWrittenSoThatItIsFoundAgain(SectionName.Kind kind, String profile, String heading) {
        var name = new SectionName(kind, profile);

        assertThat(name.heading()).isEqualTo(heading);
        assertThat(new ProfileEditor(document("")).append(name, KEY).document().sections(name))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "a\nb", "a\rb", "a]b", "a[b", " a", "a ", "a\"b", "a'b", "a\\b", "a\u2028b", "\ud800"})
    void namesThatWouldBreakTheFileAreRefused(String name) {
        assertThatThrownBy(() -> SectionName.inConfig(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb", "a\r", "\ta", "a ", "a\u0000", "a # b", "a ;b", "a\u0085b", "\udc00"})
    void valuesThatWouldNotBeReadBackAreRefusedAndNotQuoted(String value) {
        assertThatThrownBy(() -> new Entry("aws_session_token", value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("aws_session_token");
    }

    @Test
    void anEntryNeverShowsItsValue() {
        assertThat(new Entry("aws_secret_access_key", "canary").toString()).doesNotContain("canary");
        assertThat(section(document("[ops]\nk = canary\n")).properties().toString())
                .doesNotContain("canary");
    }

    @Test
    void theLastOfTwoValuesIsTheOneThatCounts() {
        assertThat(section(document("[ops]\nregion = a\nREGION: b\n  c\n")).value("region"))
                .contains("b\nc");
    }

    private static boolean isOurs(Section.Property property) {
        return property.value().equals("ASIA1");
    }

    private static String append(String file) {
        return text(new ProfileEditor(document(file)).append(OPS, KEY).document());
    }

    private static String insert(String file) {
        ProfileDocument document = document(file);
        return text(new ProfileEditor(document).insert(section(document), KEY).document());
    }

    private static String remove(String file, Trace trace) {
        return text(new ProfileEditor(document(file)).remove(OPS, trace, ProfileEditorTest::isOurs));
    }

    private static Section section(ProfileDocument document) {
        return document.sections(OPS).get(0);
    }

    private static ProfileDocument document(String text) {
        return ProfileDocument.parse(text.getBytes(UTF_8));
    }

    private static String text(ProfileDocument document) {
        return new String(document.toBytes(), UTF_8);
    }
}
