package io.github.gradiospring.client.file;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import org.springframework.util.unit.DataSize;

/**
 * How files are fetched.
 *
 * @param directory where they are put, {@code null} for a temporary directory
 * @param maxDownloadSize how large one may be
 * @param policy which servers are asked besides the app
 */
public record FileOptions(@Nullable Path directory, DataSize maxDownloadSize, DownloadPolicy policy) {

	/**
	 * A temporary directory, 2 GB, public servers.
	 * @return the options
	 */
	public static FileOptions defaults() {
		return new FileOptions(null, DataSize.ofGigabytes(2), DownloadPolicy.publicServers());
	}

}
