package io.github.gradiospring.test.mock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.protocol.file.FileData;
import io.github.gradiospring.server.endpoint.Endpoint;
import io.github.gradiospring.server.endpoint.GradioRequest;
import io.github.gradiospring.server.file.FileStore;
import io.github.gradiospring.server.file.StoredFile;
import org.assertj.core.api.AssertProvider;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpHeaders;
import org.springframework.util.Assert;

/**
 * A call that a {@link MockGradioServer} got, whether it was accepted or not. With
 * AssertJ's {@code assertThat} it has the assertions of {@link MockCallAssert}.
 */
public final class MockCall implements AssertProvider<MockCallAssert> {

	private final String endpoint;

	private final List<JsonNode> data;

	private final Map<String, JsonNode> inputs;

	private final GradioRequest request;

	private final FileStore files;

	MockCall(Endpoint endpoint, List<JsonNode> data, GradioRequest request, FileStore files) {
		this.endpoint = "/" + endpoint.name();
		this.data = List.copyOf(data);
		Map<String, JsonNode> inputs = new LinkedHashMap<>();
		for (int i = 0; i < Math.min(data.size(), endpoint.inputs().size()); i++) {
			inputs.put(endpoint.inputs().get(i).name(), data.get(i));
		}
		this.inputs = Collections.unmodifiableMap(inputs);
		this.request = request;
		this.files = files;
	}

	/**
	 * The endpoint that was called.
	 * @return its name with a slash at the start
	 */
	public String endpoint() {
		return this.endpoint;
	}

	/**
	 * What was sent, one value for each parameter.
	 * @return the values of the wire in their order; also those that are too many
	 */
	public List<JsonNode> data() {
		return this.data;
	}

	/**
	 * What was sent, by parameter.
	 * @return the values of the wire in their order
	 */
	public Map<String, JsonNode> inputs() {
		return this.inputs;
	}

	/**
	 * What was sent for one parameter.
	 * @param name the parameter
	 * @return the value of the wire
	 * @throws IllegalArgumentException when the endpoint has no such parameter, or
	 * nothing was sent for it
	 */
	public JsonNode input(String name) {
		JsonNode value = this.inputs.get(name);
		Assert.notNull(value,
				() -> "%s got no value for '%s', only for %s".formatted(this.endpoint, name, this.inputs.keySet()));
		return value;
	}

	/**
	 * What was sent for one parameter, as a Java value.
	 * @param name the parameter
	 * @param type the type of the value
	 * @param <T> the type of the value
	 * @return the value, {@code null} for JSON {@code null}
	 */
	public <T> @Nullable T input(String name, Class<T> type) {
		JsonNode value = input(name);
		return value.isNull() ? null : GradioProtocol.jsonMapper().treeToValue(value, type);
	}

	/**
	 * The content of files that were uploaded and sent for one parameter. Blocks.
	 * @param name the parameter
	 * @return the contents in their order
	 * @throws IllegalStateException when something else was sent
	 */
	public List<byte[]> files(String name) {
		JsonNode value = input(name);
		Stream<JsonNode> values = value.isArray() ? value.valueStream() : Stream.of(value);
		return values.map(this::content).toList();
	}

	private byte[] content(JsonNode value) {
		StoredFile file = this.files.find(FileData.parse(value).path()).block();
		Assert.state(file != null, "The file is not there");
		try {
			return Files.readAllBytes(file.location());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The headers of the request, cookies among them.
	 * @return the headers
	 */
	public HttpHeaders headers() {
		return this.request.headers();
	}

	/**
	 * The session that the call belongs to.
	 * @return the hash, {@code null} for a call without a session
	 */
	public @Nullable String sessionHash() {
		return this.request.sessionHash();
	}

	/**
	 * What an event on a page would carry.
	 * @return the data, {@code null} without
	 */
	public @Nullable JsonNode eventData() {
		return this.request.eventData();
	}

	@Override
	public MockCallAssert assertThat() {
		return new MockCallAssert(this);
	}

	/** Without the headers, which may hold secrets. */
	@Override
	public String toString() {
		return "MockCall[" + this.endpoint + " " + this.inputs + "]";
	}

}
