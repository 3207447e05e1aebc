package io.github.gradiospring.boot.autoconfigure.client;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * A client of a Gradio app.
 *
 * @param url Address of the app, as a browser would open it. Either this or a Space.
 * @param space Space on the Hugging Face Hub, such as "owner/name". Either this or an
 * address.
 * @param token Hugging Face token.
 * @param auth Login of an app that wants one.
 * @param headers Headers that go with each request to the app.
 * @param ssl Encryption of the connection.
 * @param downloadDirectory Directory that results are downloaded to. A temporary one by
 * default.
 * @param maxEventSize Maximum size of one message of a stream.
 * @param silenceTimeout Time without a sign of life, heartbeats included, after which a
 * stream is taken for broken.
 * @param hubUrl Address of the Hugging Face Hub.
 */
public record GradioClientProperties(@Nullable String url, @Nullable String space, @Nullable String token,
		@Nullable Auth auth, @DefaultValue Map<String, String> headers, @DefaultValue Ssl ssl,
		@Nullable Path downloadDirectory, @DefaultValue("64MB") DataSize maxEventSize,
		@DefaultValue("60s") Duration silenceTimeout, @Nullable String hubUrl) {

	public GradioClientProperties {
		headers = Map.copyOf(headers);
	}

	/** Shows no secrets: token, login and headers are left out. */
	@Override
	public String toString() {
		return "GradioClientProperties[url=%s, space=%s]".formatted(this.url, this.space);
	}

	/**
	 * A login.
	 *
	 * @param username Name of the user.
	 * @param password Password of the user.
	 */
	public record Auth(@Nullable String username, @Nullable String password) {

		/** Shows no secrets. */
		@Override
		public String toString() {
			return "Auth[]";
		}

	}

	/**
	 * Encryption.
	 *
	 * @param bundle SSL bundle to connect with.
	 */
	public record Ssl(@Nullable String bundle) {
	}

}
