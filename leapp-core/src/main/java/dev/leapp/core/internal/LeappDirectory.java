package dev.leapp.core.internal;

import java.nio.file.Path;

/** Where everything lies that Leapp keeps for one user. */
public record LeappDirectory(Path root) {

    public static final String WORKSPACE_FILE = "Leapp-lock.json";

    public Path workspaceFile() {
        return root.resolve(WORKSPACE_FILE);
    }

    public Path secretsFile() {
        return root.resolve("secrets.sealed");
    }

    public Path locks() {
        return root.resolve("locks");
    }

    public Path receipts() {
        return root.resolve("receipts");
    }

    public Path cache() {
        return root.resolve("cache");
    }

    public Path listings() {
        return root.resolve("listings");
    }

    public Path log() {
        return root.resolve("log");
    }

    public Path outcomes() {
        return root.resolve("outcomes");
    }

    public Path stops() {
        return root.resolve("stops");
    }

    public Path logins() {
        return root.resolve("logins");
    }

    public Path pace() {
        return root.resolve("pace");
    }
}
