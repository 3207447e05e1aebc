package io.github.gradiospring.client.error;

import org.jspecify.annotations.Nullable;

/**
 * A file could not be sent or fetched, or must not be.
 */
public class FileTransferException extends GradioClientException {

	public FileTransferException(String message) {
		this(message, null);
	}

	public FileTransferException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
