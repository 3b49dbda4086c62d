package dev.leapp.core.internal.secret;

import dev.leapp.core.internal.file.FileOperations;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Real file operations of a process that may die before each change. */
record MortalFiles(Lifetime life, FileOperations real) implements FileOperations {

    @Override
    public OutputFile create(Path file) throws IOException {
        life.step("create " + file.getFileName());
        return real.create(file);
    }

    @Override
    public OutputFile append(Path file) throws IOException {
        life.step("append " + file.getFileName());
        return real.append(file);
    }

    @Override
    public void truncate(Path file, long size) throws IOException {
        life.step("truncate " + file.getFileName());
        real.truncate(file, size);
    }

    @Override
    public void replace(Path source, Path target) throws IOException {
        life.step("replace " + target.getFileName());
        real.replace(source, target);
    }

    @Override
    public void forceDirectory(Path directory) throws IOException {
        real.forceDirectory(directory);
    }

    @Override
    public void createDirectories(Path directory) throws IOException {
        real.createDirectories(directory);
    }

    @Override
    public void delete(Path file) throws IOException {
        life.step("delete " + file.getFileName());
        real.delete(file);
    }

    @Override
    public List<Path> list(Path directory) throws IOException {
        return real.list(directory);
    }
}
