package dev.leapp.cli.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;

/** What opens addresses differs by the desktop. */
enum Desktop {
    WINDOWS,
    MAC,
    OTHER;

    static Desktop here() {
        if (File.separatorChar == '\\') {
            return WINDOWS;
        }
        return Files.isDirectory(Path.of("/System/Library/CoreServices")) ? MAC : OTHER;
    }
}
