package io.github.gradiospring.server.queue;

/**
 * Thrown when as many events wait as {@code gradio.queue.max-size} allows. The call was
 * not accepted.
 */
public class QueueFullException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 * @param maxSize how many events may wait
	 * @param size how many events wait
	 */
	public QueueFullException(int maxSize, int size) {
		super("Queue is full. Max size is %d and size is %d.".formatted(maxSize, size));
	}

}
