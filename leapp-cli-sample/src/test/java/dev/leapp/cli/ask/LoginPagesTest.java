package dev.leapp.cli.ask;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leapp.cli.io.Io;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.error.Trouble;
import dev.leapp.core.port.DeviceCode;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoginPagesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final URI PAGE = URI.create("https://device.sso.eu-west-1.amazonaws.com/");
    private static final URI FILLED_IN = URI.create(PAGE + "?user_code=ABCD-EFGH");
    private static final DeviceCode CODE =
            new DeviceCode("integration 'corp'", "ABCD-EFGH", PAGE, Optional.of(FILLED_IN), NOW.plusSeconds(600));

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private Map<String, String> environment = Map.of("NO_COLOR", "1", "SSH_TTY", "/dev/pts/1");
    private Charset charset = UTF_8;
    private int width = 80;
    private int height = 50;
    private boolean terminal = true;

    @Test
    void aCodeIsShownWithItsPageItsPictureAndHowLongItIsGood() {
        interaction().showDeviceCode(CODE);

        assertThat(shown.toString(UTF_8))
                .contains("Log in for integration 'corp' on any device", "  " + PAGE + "\n", "  ABCD-EFGH\n")
                .contains("  " + FILLED_IN + "\n", "The code is good for 10m.")
                .contains(String.join("\n", QrCode.of(FILLED_IN.toString()).lines()));
        assertThat(shown.toString(UTF_8).lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void thePictureIsWhiteOnBlackWhateverTheTerminalsColours() {
        environment = Map.of("SSH_TTY", "/dev/pts/1");
        interaction().showDeviceCode(CODE);

        assertThat(shown.toString(UTF_8)).contains("\033[97;40m█", "█\033[0m\n");
    }

    @Test
    void whereThePictureDoesNotFitOrCanNotBeShownItIsLeftOut() {
        height = 24;
        interaction().showDeviceCode(CODE);
        height = 50;
        width = 30;
        interaction().showDeviceCode(CODE);
        width = 80;
        charset = US_ASCII;
        interaction().showDeviceCode(CODE);

        assertThat(shown.toString(UTF_8)).contains("ABCD-EFGH").doesNotContain("█", "▀");
    }

    @Test
    void aCodeWithoutAFilledInPageIsShownAlone() {
        interaction().showDeviceCode(new DeviceCode("x", "ABCD", PAGE, Optional.empty(), NOW.plusSeconds(60)));

        assertThat(shown.toString(UTF_8)).contains("  ABCD\n").doesNotContain("same code");
    }

    @Test
    void theAddressIsShownWholeAlsoIfNoBrowserOpens() {
        URI page = URI.create("https://oidc.eu-west-1.amazonaws.com/authorize?" + "a".repeat(300));

        assertThat(interaction().openBrowser(page, "integration 'corp'")).isFalse();

        assertThat(shown.toString(UTF_8)).contains("\n  " + page + "\n");
    }

    @Test
    void whoIsElsewhereOrNobodyGetsNoBrowser() {
        assertThat(interaction().canOpenBrowser()).isFalse();
        environment = Map.of("LEAPP_BROWSER", "true");
        assertThat(interaction().canOpenBrowser()).isTrue();
        terminal = false;
        assertThat(interaction().canOpenBrowser()).isFalse();
        assertThat(interaction().openBrowser(PAGE, "x")).isFalse();
        assertThatThrownBy(() -> interaction().showDeviceCode(CODE))
                .isInstanceOfSatisfying(
                        LeappException.class,
                        error -> assertThat(error.code().trouble()).isEqualTo(Trouble.LOGIN_NEEDED));
        assertThat(shown.size()).isZero();
    }

    private TerminalInteraction interaction() {
        PrintStream err = new PrintStream(shown, true, UTF_8);
        Io io = new Io(
                InputStream.nullInputStream(),
                err,
                err,
                environment,
                Path.of("/"),
                new Io.Tty(terminal, terminal, terminal),
                charset,
                () -> width,
                () -> height,
                () -> () -> {},
                Optional::empty);
        Progress progress = new Progress(io);
        return new TerminalInteraction(
                new Asker(io, progress, true),
                progress,
                remark -> err.println(remark),
                step -> {},
                io,
                Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
