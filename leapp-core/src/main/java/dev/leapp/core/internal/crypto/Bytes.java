package dev.leapp.core.internal.crypto;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Small helpers for arrays that hold key material. */
public final class Bytes {

    private Bytes() {}

    /** Overwrites the arrays with zeroes. The virtual machine may have moved copies: this shortens a secret's life, no more. */
    public static void wipe(byte[]... arrays) {
        for (byte[] array : arrays) {
            Arrays.fill(array, (byte) 0);
        }
    }

    /** Returns the arrays one after the other in a new array. */
    public static byte[] concat(byte[]... arrays) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] array : arrays) {
            out.writeBytes(array);
        }
        return out.toByteArray();
    }
}
