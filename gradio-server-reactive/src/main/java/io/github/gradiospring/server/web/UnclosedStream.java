package io.github.gradiospring.server.web;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Stays open when a JSON writer has written its value. */
final class UnclosedStream extends FilterOutputStream {

	UnclosedStream(OutputStream out) {
		super(out);
	}

	@Override
	public void write(byte[] bytes, int offset, int length) throws IOException {
		// The inherited method writes byte by byte
		this.out.write(bytes, offset, length);
	}

	@Override
	public void close() {
		// Whoever made the stream closes it
	}

}
