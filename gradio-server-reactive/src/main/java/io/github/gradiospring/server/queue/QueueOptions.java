package io.github.gradiospring.server.queue;

import java.time.Duration;

/**
 * Settings of the queue.
 *
 * @param maxSize how many events may wait in all queues together, 0 for no limit
 * @param showErrors whether callers see the message of any exception, not only of a
 * {@link io.github.gradiospring.server.endpoint.GradioException}
 * @param updateInterval how often waiting events are told their rank at most, so that a
 * queue of short runs is not busy with telling; zero tells at every departure
 * @param chunkTimeout how long a chunked input without a time limit waits for its next
 * chunk before it completes
 */
public record QueueOptions(int maxSize, boolean showErrors, Duration updateInterval, Duration chunkTimeout) {

	/**
	 * The defaults: no limit, errors hidden, updates every 100 milliseconds at most, 30
	 * seconds between chunks.
	 * @return the options
	 */
	public static QueueOptions defaults() {
		return new QueueOptions(0, false, Duration.ofMillis(100), Duration.ofSeconds(30));
	}

	/**
	 * These options with another bound.
	 * @param maxSize how many events may wait, 0 for no limit
	 * @return the options
	 */
	public QueueOptions withMaxSize(int maxSize) {
		return new QueueOptions(maxSize, this.showErrors, this.updateInterval, this.chunkTimeout);
	}

	/**
	 * These options with errors shown or hidden.
	 * @param showErrors whether callers see the message of any exception
	 * @return the options
	 */
	public QueueOptions withShowErrors(boolean showErrors) {
		return new QueueOptions(this.maxSize, showErrors, this.updateInterval, this.chunkTimeout);
	}

	/**
	 * These options with another pace of updates.
	 * @param updateInterval how often waiting events are told their rank at most
	 * @return the options
	 */
	public QueueOptions withUpdateInterval(Duration updateInterval) {
		return new QueueOptions(this.maxSize, this.showErrors, updateInterval, this.chunkTimeout);
	}

	/**
	 * These options with another patience for chunks.
	 * @param chunkTimeout how long to wait for a chunk
	 * @return the options
	 */
	public QueueOptions withChunkTimeout(Duration chunkTimeout) {
		return new QueueOptions(this.maxSize, this.showErrors, this.updateInterval, chunkTimeout);
	}

}
