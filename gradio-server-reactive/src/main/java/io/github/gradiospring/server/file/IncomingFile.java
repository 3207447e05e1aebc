package io.github.gradiospring.server.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

/**
 * A file that is being written: a temporary file, made with the first write, and the hash
 * of what it holds so far. Closing it removes the temporary file, unless it was moved
 * away, and may happen on another thread while it is written.
 */
final class IncomingFile implements Closeable {

	private final Path directory;

	private final Limits limits;

	private final MessageDigest digest;

	private @Nullable Path file;

	private @Nullable FileChannel channel;

	private long size;

	private boolean closed;

	/**
	 * Prepares a file.
	 * @param directory where it is
	 * @param limits how much it may hold
	 */
	IncomingFile(Path directory, Limits limits) {
		this.directory = directory;
		this.limits = limits;
		try {
			this.digest = MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Writes, or does nothing when it is closed. */
	synchronized void write(ByteBuffer content) throws IOException {
		if (this.closed) {
			return;
		}
		int length = content.remaining();
		this.size += length;
		this.limits.add(length, this.size);
		this.digest.update(content.duplicate());
		FileChannel open = open();
		try {
			while (open.isOpen() && content.hasRemaining()) {
				open.write(content);
			}
		}
		catch (ClosedByInterruptException ex) {
			// A cancellation interrupts; should it be something else, completing fails
			Thread.currentThread().interrupt();
		}
	}

	private FileChannel open() throws IOException {
		if (this.channel == null) {
			this.file = Files.createTempFile(this.directory, "incoming-", ".tmp");
			this.channel = FileChannel.open(this.file, StandardOpenOption.WRITE);
		}
		return this.channel;
	}

	/**
	 * Hands over the temporary file and closes this.
	 * @param target moves the file away, given it, the hash of its content and its size
	 * @return what the target returns
	 */
	synchronized StoredFile complete(Target target) throws IOException {
		if (this.closed) {
			throw new ClosedChannelException();
		}
		try {
			if (!open().isOpen()) {
				throw new ClosedChannelException();
			}
			open().close();
			return target.keep(Objects.requireNonNull(this.file), HexFormat.of().formatHex(this.digest.digest()),
					this.size);
		}
		finally {
			close();
		}
	}

	@Override
	public synchronized void close() {
		if (this.closed) {
			return;
		}
		this.closed = true;
		this.limits.remove(this.size);
		try {
			if (this.channel != null && this.file != null) {
				this.channel.close();
				Files.deleteIfExists(this.file);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Where a complete file goes. */
	@FunctionalInterface
	interface Target {

		StoredFile keep(Path file, String hash, long size) throws IOException;

	}

	/**
	 * How much files may hold while they are being written.
	 *
	 * @param maxFileSize bytes of one file, 0 for no limit
	 * @param maxTotalSize bytes of all files together
	 * @param total bytes of all files together now
	 */
	record Limits(long maxFileSize, long maxTotalSize, AtomicLong total) {

		void add(long length, long fileSize) {
			long all = this.total.addAndGet(length);
			if (this.maxFileSize > 0 && fileSize > this.maxFileSize) {
				throw new FileTooLargeException(
						"File size exceeded maximum allowed size of " + this.maxFileSize + " bytes.");
			}
			if (all > this.maxTotalSize) {
				throw new FileStoreFullException("There is no room for further files.");
			}
		}

		void remove(long length) {
			this.total.addAndGet(-length);
		}

	}

}
