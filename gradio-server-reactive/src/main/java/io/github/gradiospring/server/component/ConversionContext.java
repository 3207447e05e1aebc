package io.github.gradiospring.server.component;

import io.github.gradiospring.server.file.FileStore;

/**
 * What the conversion of a value needs from the call that it belongs to.
 *
 * @param files where uploaded and produced files are
 * @param fileUrlPrefix what precedes a path in the URL of a file, such as
 * {@code https://host/gradio_api/file=}; it follows the request that started the call
 */
public record ConversionContext(FileStore files, String fileUrlPrefix) {

}
