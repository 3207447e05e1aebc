package io.github.gradiospring.test.tester;

import java.util.Comparator;
import java.util.function.Consumer;

import io.github.gradiospring.client.GradioClient;
import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.protocol.file.FileData;
import io.github.gradiospring.test.tester.GradioTester.Value;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.io.buffer.DataBufferUtils;

/** A value of the wire. */
class JsonValue implements Value {

	/** The number 1 is the number 1.0, however a server writes it. */
	private static final Comparator<JsonNode> SAME = (first, second) -> {
		if (first.isNumber() && second.isNumber()) {
			return first.decimalValue().compareTo(second.decimalValue());
		}
		return first.equals(second) ? 0 : 1;
	};

	private final GradioClient client;

	private final String description;

	private final JsonNode value;

	JsonValue(GradioClient client, String description, JsonNode value) {
		this.client = client;
		this.description = description;
		this.value = value;
	}

	/** The value, when there is one to verify. */
	JsonNode value() {
		return this.value;
	}

	@Override
	public Value isEqualTo(@Nullable Object expected) {
		JsonNode tree = GradioProtocol.jsonMapper().valueToTree(expected);
		if (!value().equals(SAME, tree)) {
			// For the message, which shows both
			Assertions.assertThat(value().toPrettyString()).as(this.description).isEqualTo(tree.toPrettyString());
		}
		return this;
	}

	@Override
	public Value isNull() {
		if (!value().isNull()) {
			throw new AssertionError("%s is not null but %s".formatted(this.description, value()));
		}
		return this;
	}

	@Override
	public <T> Value satisfies(Class<T> type, Consumer<? super T> requirements) {
		requirements.accept(extract(type));
		return this;
	}

	@Override
	public Value path(String pointer) {
		JsonNode part = value().at(JsonPointer.compile(pointer));
		if (part.isMissingNode()) {
			throw new AssertionError("%s has no part %s: %s".formatted(this.description, pointer, value()));
		}
		return new JsonValue(this.client, this.description + " at " + pointer, part);
	}

	@Override
	public <T> T extract(Class<T> type) {
		return extract(GradioProtocol.jsonMapper().constructType(type));
	}

	@Override
	public <T> T extract(ParameterizedTypeReference<T> type) {
		return extract(GradioProtocol.jsonMapper().constructType(type.getType()));
	}

	private <T> T extract(JavaType type) {
		return convert(this.description, value(), type);
	}

	static <T> T convert(String description, JsonNode value, JavaType type) {
		if (value.isNull()) {
			throw new AssertionError(description + " is null");
		}
		try {
			return GradioProtocol.jsonMapper().treeToValue(value, type);
		}
		catch (JacksonException ex) {
			throw new AssertionError("%s is no %s: %s".formatted(description, type.toCanonical(), value), ex);
		}
	}

	@Override
	public byte[] content() {
		FileData file = extract(FileData.class);
		return Mono.from(DataBufferUtils.join(this.client.content(file))).map((buffer) -> {
			byte[] bytes = new byte[buffer.readableByteCount()];
			buffer.read(bytes);
			DataBufferUtils.release(buffer);
			return bytes;
		}).defaultIfEmpty(new byte[0]).blockOptional().orElseThrow();
	}

}
