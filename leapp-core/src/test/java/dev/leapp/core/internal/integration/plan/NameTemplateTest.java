package dev.leapp.core.internal.integration.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.core.integration.UpstreamAccount;
import dev.leapp.core.integration.UpstreamSession;
import dev.leapp.core.internal.integration.FakeUpstream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameTemplateTest {

    private static final String ODD =
            "[]\"'`\\#;= \t\n\u0000\u001b\u007f\u0085\u00a0\u200b\u202e\u2028\u2029\u2066\u3000\ufeff";

    private static String name(String template, String account, String role) {
        UpstreamSession session = UpstreamSession.builder(FakeUpstream.TYPE, new UpstreamAccount("1", account), role)
                .build();
        return NameTemplate.of(Map.of("profileTemplate", template)).name(session);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {"Bob's \"lab\",Bob-s -lab--admin", "a]b#c;d\\e,a-b-c-d-e-admin", "|  lab |,lab -admin"})
    void whatANameCanNotHaveIsReplaced(String account, String name) {
        assertThat(name("{account}-{role}", account, "admin")).isEqualTo(name);
    }

    @Test
    void nameOfNothingIsTheUpstreamId() {
        assertThat(name("{account}", "\u00a0", "admin")).isEqualTo("1-admin");
        assertThat(name("{email} ", "lab", "admin")).isEqualTo("1-admin");
    }

    @Test
    void accountsIdBehindATakenNameIsFitToo() {
        TakenNames names = new TakenNames();
        names.add("lab");

        String name = names.take("lab", "1\"]2", free -> true);

        assertThat(name).isEqualTo("lab-1-2");
        assertThat(TakenNames.isMadeOf("lab", "1\"]2", name)).isTrue();
    }

    @Test
    void anyNameThatIsMadeIsAPlainWord() {
        Random random = new Random(20261129);
        for (int i = 0; i < 5_000; i++) {
            String name = name("{account}-{role}", text(random), text(random));

            assertThat(name).isNotBlank().isEqualTo(name.strip()).doesNotContainPattern("[\\[\\]\"'`\\\\#;\\p{Cntrl}]");
            assertThat(name.codePoints())
                    .noneMatch(point -> Character.getType(point) == Character.FORMAT
                            || Character.getType(point) == Character.SURROGATE
                            || Character.getType(point) == Character.CONTROL
                            || (Character.isSpaceChar(point) && point != ' '));
            assertThat(new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                    .isEqualTo(name);
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(8); left > 0; left--) {
            switch (random.nextInt(4)) {
                case 0 -> text.append((char) ('a' + random.nextInt(26)));
                case 1 -> text.append((char) random.nextInt(0x10000));
                case 2 -> text.appendCodePoint(random.nextInt(0x110000));
                default -> text.append(ODD.charAt(random.nextInt(ODD.length())));
            }
        }
        return text.toString();
    }
}
