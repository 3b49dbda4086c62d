package dev.leapp.core.internal.workspace.json;

import dev.leapp.core.workspace.Snapshot;
import java.util.Optional;

/**
 * The document in the file of the original Leapp desktop app: a snapshot, and everything else that stands there and stays when the
 * snapshot changes. Immutable.
 */
public final class LeappDocument {

    private final LeappTree tree;
    private final Snapshot snapshot;

    private LeappDocument(LeappTree tree, Snapshot snapshot) {
        this.tree = tree;
        this.snapshot = snapshot;
    }

    /**
     * Reads a document: UTF-8 without a fault, one JSON object, no name twice in an object, and none of the desktop app's rules
     * broken. Its version does not matter.
     *
     * @throws MalformedDocumentException if it is none
     */
    public static LeappDocument parse(byte[] utf8) throws MalformedDocumentException {
        LeappTree tree = new LeappTree(ExactJson.parse(utf8));
        Optional<String> broken = LeappRules.broken(tree);
        if (broken.isPresent()) {
            throw MalformedDocumentException.damaged(broken.get());
        }
        return new LeappDocument(tree, LeappReader.read(tree));
    }

    /** Returns the snapshot. */
    public Snapshot snapshot() {
        return snapshot;
    }

    /**
     * Returns a document with another snapshot, in which nothing changed that did not change between the two. Its own snapshot is
     * what the desktop app's format makes of the one given: times are cut to milliseconds, and what the desktop app needs and was
     * not given has the desktop app's value.
     *
     * @throws LeappFormatException if the format has no place for it, or the desktop app would not take it
     */
    public LeappDocument with(Snapshot next) throws LeappFormatException {
        if (next.equals(snapshot)) {
            return this;
        }
        try {
            LeappTree written = tree.copy();
            new LeappWriter(written, snapshot, next).write();
            Optional<String> broken = LeappRules.broken(written);
            if (broken.isPresent()) {
                throw LeappFormatException.inconsistent(broken.get());
            }
            return new LeappDocument(written, LeappReader.read(written));
        } catch (MalformedDocumentException e) {
            throw new IllegalStateException("what was written can be read", e);
        }
    }

    /** Returns the JSON, as the desktop app writes it. */
    public byte[] toBytes() {
        return ExactJson.toBytes(tree.root());
    }

    /** Returns a document of our own with the same snapshot. It also keeps what only the desktop app knows. */
    public WorkspaceDocument upgraded(long generation, String reason) {
        try {
            return LeappUpgrade.document(tree, snapshot, generation, reason);
        } catch (MalformedDocumentException e) {
            throw new IllegalStateException("what was read once can be read again", e);
        }
    }
}
