package io.github.gradiospring.server.queue;

/** Thrown when the application shuts down and takes no further calls. */
public class QueueStoppedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/** Creates the exception. */
	public QueueStoppedException() {
		super("Queue is stopped.");
	}

}
