package dev.leapp.core.internal.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/** Real file operations that trust the system to outlive the test: for tests of who sees what, not of power failures. */
public class UnforcedFileOperations implements FileOperations {

    private final FileOperations real = FileOperations.ofTheSystem();

    @Override
    public OutputFile create(Path file) throws IOException {
        return unforced(real.create(file));
    }

    @Override
    public OutputFile append(Path file) throws IOException {
        return unforced(real.append(file));
    }

    @Override
    public void truncate(Path file, long size) throws IOException {
        real.truncate(file, size);
    }

    private static OutputFile unforced(OutputFile out) {
        return new OutputFile() {
            @Override
            public void write(ByteBuffer bytes) throws IOException {
                out.write(bytes);
            }

            @Override
            public void force() {}

            @Override
            public void close() throws IOException {
                out.close();
            }
        };
    }

    @Override
    public void replace(Path source, Path target) throws IOException {
        real.replace(source, target);
    }

    @Override
    public void forceDirectory(Path directory) throws IOException {}

    @Override
    public void createDirectories(Path directory) throws IOException {
        real.createDirectories(directory);
    }

    @Override
    public void delete(Path file) throws IOException {
        real.delete(file);
    }

    @Override
    public List<Path> list(Path directory) throws IOException {
        return real.list(directory);
    }
}
