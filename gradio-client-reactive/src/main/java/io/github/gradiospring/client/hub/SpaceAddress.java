package io.github.gradiospring.client.hub;

import java.net.URI;

import org.jspecify.annotations.Nullable;

/**
 * Where a Space answers.
 *
 * @param space its name, <code>owner/name</code>
 * @param root the address of its app
 * @param token the token that goes with requests, {@code null} for a public Space
 */
public record SpaceAddress(String space, URI root, @Nullable String token) {

	@Override
	public String toString() {
		return "SpaceAddress[space=" + this.space + ", root=" + this.root + "]";
	}

}
