package io.github.gradiospring.server.file;

import java.nio.file.Path;

/**
 * A file of a {@link FileStore}.
 *
 * @param path the path on the wire
 * @param filename the clean name, the last element of the path
 * @param size the size in bytes
 * @param location where the content is on this machine
 * @param trusted whether the application itself allowed the folder, so that the file may
 * be shown inline whatever its type
 */
public record StoredFile(String path, String filename, long size, Path location, boolean trusted) {

}
