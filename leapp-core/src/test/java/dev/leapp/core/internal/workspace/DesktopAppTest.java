package dev.leapp.core.internal.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there it is a named pipe")
@Timeout(60)
class DesktopAppTest {

    @TempDir
    private Path directory;

    private Path socket = Path.of("");

    @BeforeEach
    void place() {
        socket = directory.resolve("app.leapp_da");
    }

    @Test
    void whoListensIsRunning() throws Exception {
        try (ServerSocketChannel app = listening(1)) {
            assertThat(isRunning()).isTrue();
            assertThat(app.isOpen()).isTrue();
        }
    }

    @Test
    void nothingIsSent() throws Exception {
        try (ServerSocketChannel app = listening(1)) {
            assertThat(isRunning()).isTrue();

            try (SocketChannel connection = app.accept()) {
                assertThat(connection.read(ByteBuffer.allocate(1))).isEqualTo(-1);
            }
        }
    }

    @Test
    void whoIsTooBusyToAnswerIsRunning() throws Exception {
        try (ServerSocketChannel app = listening(1);
                SocketChannel one = connected();
                SocketChannel two = connected()) {
            assertThat(isRunning()).isTrue();
            assertThat(app.isOpen() && one.isOpen() && two.isOpen()).isTrue();
        }
    }

    @Test
    void interruptedThreadGetsTheSameAnswer() throws Exception {
        try (ServerSocketChannel app = listening(1)) {
            Thread.currentThread().interrupt();

            assertThat(isRunning()).isTrue();

            assertThat(Thread.interrupted()).isTrue();
            assertThat(app.isOpen()).isTrue();
        }
    }

    @Test
    void socketThatIsLeftOverIsNobody() throws Exception {
        listening(1).close();

        assertThat(socket).exists();
        assertThat(isRunning()).isFalse();
    }

    @Test
    void missingSocketAndOtherFilesAreNobody() throws Exception {
        assertThat(isRunning()).isFalse();

        Files.writeString(socket, "");

        assertThat(isRunning()).isFalse();
        assertThat(new DesktopApp(directory, directory).isRunning()).isFalse();
        assertThat(new DesktopApp(socket.resolve("below"), directory).isRunning())
                .isFalse();
    }

    @Test
    void appOfAnotherUserIsNotOurs() throws Exception {
        try (ServerSocketChannel app = listening(1)) {
            assertThat(new DesktopApp(socket, directoryOfAnotherUser()).isRunning())
                    .isFalse();
            assertThat(new DesktopApp(socket, directory.resolve("not there yet")).isRunning())
                    .isTrue();
            assertThat(app.isOpen()).isTrue();
        }
    }

    @Test
    void eachSystemHasItsPlace() {
        assertThat(DesktopApp.of("Windows 11", directory).isRunning()).isFalse();
        assertThat(Path.of("\\\\.\\pipe\\tmp-app.leapp_da"))
                .as("looking writes nothing")
                .doesNotExist();
        assertThat(DesktopApp.of("Linux", directory)).isNotNull();
    }

    private boolean isRunning() {
        return new DesktopApp(socket, directory).isRunning();
    }

    private ServerSocketChannel listening(int queue) throws IOException {
        return ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket), queue);
    }

    /** Takes a place in the queue. */
    private SocketChannel connected() throws IOException {
        return SocketChannel.open(UnixDomainSocketAddress.of(socket));
    }

    /** The root directory belongs to another user, unless the test is root's: then any can. */
    private Path directoryOfAnotherUser() throws IOException {
        Path root = directory.getRoot();
        if (!Files.getOwner(root).equals(Files.getOwner(directory))) {
            return root;
        }
        UserPrincipal nobody =
                directory.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
        return Files.setOwner(Files.createDirectory(directory.resolve("theirs")), nobody);
    }
}
