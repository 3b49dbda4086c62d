package dev.leapp.core.internal.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/**
 * Every call to the file system that replacing a file makes, one by one, so that tests can make each of them fail or be the
 * last one before a crash.
 */
public interface FileOperations {

    /** Creates a new file that only its owner may read and write; refuses one that exists. */
    OutputFile create(Path file) throws IOException;

    /** Opens a file for writing at its end; creates one that only its owner may read and write where there is none. */
    OutputFile append(Path file) throws IOException;

    /** Cuts off what a file has beyond that many bytes. */
    void truncate(Path file, long size) throws IOException;

    /** Renames a file over another one in the same directory, at once. */
    void replace(Path source, Path target) throws IOException;

    /** Makes the directory's entries durable, where the system can. */
    void forceDirectory(Path directory) throws IOException;

    /** Creates a directory that only its owner may enter, and its missing parents; one that exists is left as it is. */
    void createDirectories(Path directory) throws IOException;

    /** Deletes a file if it is there. */
    void delete(Path file) throws IOException;

    /** Returns what lies in the directory, in no order; nothing if there is no directory. */
    List<Path> list(Path directory) throws IOException;

    /** A new file that is being written. */
    interface OutputFile extends Closeable {

        /** Writes some of the bytes, at least one. */
        void write(ByteBuffer bytes) throws IOException;

        /** Makes the bytes and the file's length durable. */
        void force() throws IOException;
    }

    /** Returns the operations of the Java runtime. */
    static FileOperations ofTheSystem() {
        return new SystemFileOperations();
    }
}
