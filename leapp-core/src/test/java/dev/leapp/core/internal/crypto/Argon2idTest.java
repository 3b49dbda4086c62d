package dev.leapp.core.internal.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Argon2idTest {

    @Test
    void derivesTheKeyThatTheReferenceImplementationDerives() {
        // phc-winner-argon2, test.c: version 0x13, t=2, m=2^16 KiB, p=1, "password", "somesalt"
        byte[] key =
                Argon2id.derive("password".toCharArray(), "somesalt".getBytes(UTF_8), new Argon2Cost(65536, 2, 1), 32);

        assertThat(HexFormat.of().formatHex(key))
                .isEqualTo("09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7");
    }

    @Test
    void passphraseIsReadAsUtf8() {
        Argon2Cost cheap = new Argon2Cost(64, 1, 1);
        byte[] salt = new byte[Argon2id.SALT_BYTES];

        assertThat(Argon2id.derive("grüße".toCharArray(), salt, cheap, 32))
                .isNotEqualTo(Argon2id.derive("gr??e".toCharArray(), salt, cheap, 32));
    }

    @Test
    void newSaltsCost64MebibytesAndThreePasses() {
        assertThat(Argon2Cost.DEFAULT).isEqualTo(new Argon2Cost(65536, 3, 1));
    }

    @ParameterizedTest
    @CsvSource({"524289,3,1", "7,3,1", "65536,0,1", "65536,17,1", "65536,3,0", "65536,3,9", "15,1,2"})
    void parametersOutOfBoundsAreRefused(int memoryKib, int iterations, int lanes) {
        assertThatThrownBy(() -> new Argon2Cost(memoryKib, iterations, lanes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Argon2id");
    }

    @Test
    void withoutBouncyCastleTheErrorNamesTheArtifact() throws Exception {
        Class<?> argon2id = new WithoutBouncyCastle().loadClass(Argon2id.class.getName());
        Class<?> cost = argon2id.getClassLoader().loadClass(Argon2Cost.class.getName());
        Object cheap = cost.getConstructor(int.class, int.class, int.class).newInstance(64, 1, 1);

        assertThatThrownBy(() -> argon2id.getMethod("derive", char[].class, byte[].class, cost, int.class)
                        .invoke(null, new char[] {'x'}, new byte[16], cheap, 32))
                .cause()
                .hasMessageContaining("org.bouncycastle:bcprov-jdk18on");
    }

    /** Sees this package's classes and the JDK, and no Bouncy Castle: what a user has who excluded it. */
    private static final class WithoutBouncyCastle extends ClassLoader {

        WithoutBouncyCastle() {
            super(ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (!name.startsWith("dev.leapp.")) {
                throw new ClassNotFoundException(name);
            }
            try (InputStream in = Argon2id.class.getResourceAsStream("/" + name.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
