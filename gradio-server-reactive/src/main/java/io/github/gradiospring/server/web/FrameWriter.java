package io.github.gradiospring.server.web;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes what a stream sends, as server-sent events. Made for one stream, so it may keep
 * what was sent; called by one thread at a time.
 *
 * @param <T> what is sent
 */
@FunctionalInterface
interface FrameWriter<T> {

	/**
	 * Writes a batch.
	 * @param batch what is sent, in order
	 * @param out where it goes
	 */
	void write(Iterable<T> batch, OutputStream out) throws IOException;

}
