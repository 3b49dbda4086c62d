package dev.leapp.core.spi;

/**
 * What an importer is.
 *
 * @param id its id, such as {@code aws}: what follows {@code leapp workspace import --from}
 * @param displayName its name for people
 * @param reads where it reads, in a few words
 * @since 0.1
 */
public record WorkspaceImporterDescriptor(String id, String displayName, String reads) {}
