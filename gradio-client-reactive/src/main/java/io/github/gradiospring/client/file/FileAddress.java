package io.github.gradiospring.client.file;

import java.net.URI;
import java.nio.charset.StandardCharsets;

import io.github.gradiospring.client.error.FileTransferException;
import io.github.gradiospring.client.http.GradioHttp;
import io.github.gradiospring.protocol.file.FileData;

import org.springframework.web.util.UriUtils;

/**
 * Where a file is.
 *
 * @param uri the address
 * @param ofApp whether it is of the app's own origin, so that the headers and cookies go
 * with the request
 */
record FileAddress(URI uri, boolean ofApp) {

	/**
	 * The address of a file: below the address that the user gave, whatever the app calls
	 * its root, as Python's client does it. A path with a scheme is an address itself.
	 * @param http the connection to the app
	 * @param file the file
	 * @return the address
	 */
	static FileAddress of(GradioHttp http, FileData file) {
		if (!isLink(file.path())) {
			return new FileAddress(http.api("file=" + UriUtils.encodePath(file.path(), StandardCharsets.UTF_8)), true);
		}
		try {
			URI uri = verified(URI.create(file.path()));
			return new FileAddress(uri, isSameOrigin(http.root(), uri));
		}
		catch (IllegalArgumentException ex) {
			throw invalid();
		}
	}

	static boolean isLink(String path) {
		return path.regionMatches(true, 0, "http://", 0, 7) || path.regionMatches(true, 0, "https://", 0, 8);
	}

	/** Once a file is elsewhere, no redirect gets at the headers of the app again. */
	FileAddress redirected(URI root, String location) {
		try {
			URI next = verified(this.uri.resolve(location));
			if (isSecure(this.uri) && !isSecure(next)) {
				throw new FileTransferException("A file is passed on from a secure address to one that is not.");
			}
			return new FileAddress(next, this.ofApp && isSameOrigin(root, next));
		}
		catch (IllegalArgumentException ex) {
			throw invalid();
		}
	}

	private static URI verified(URI uri) {
		boolean web = isSecure(uri) || "http".equalsIgnoreCase(uri.getScheme());
		// Without a host are also addresses in digits that only some resolvers understand
		if (!web || uri.getHost() == null || uri.getUserInfo() != null) {
			throw invalid();
		}
		return uri;
	}

	/** Without the address, which may have a secret in its query. */
	private static FileTransferException invalid() {
		return new FileTransferException("The address of a file is not valid.");
	}

	private static boolean isSecure(URI uri) {
		return "https".equalsIgnoreCase(uri.getScheme());
	}

	private static boolean isSameOrigin(URI one, URI other) {
		return isSecure(one) == isSecure(other) && one.getHost().equalsIgnoreCase(other.getHost())
				&& port(one) == port(other);
	}

	private static int port(URI uri) {
		return (uri.getPort() >= 0) ? uri.getPort() : (isSecure(uri) ? 443 : 80);
	}

}
