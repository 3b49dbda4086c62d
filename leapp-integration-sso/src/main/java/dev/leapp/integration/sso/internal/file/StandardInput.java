package dev.leapp.integration.sso.internal.file;

import java.io.InputStream;
import java.util.function.Supplier;

/** The input of this process: read only if the user says that the assertion is there. */
final class StandardInput implements Supplier<InputStream> {

    @Override
    public InputStream get() {
        return System.in;
    }
}
