package io.github.gradiospring.protocol;

import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Constants of the Gradio protocol and the JSON settings that its two notations need.
 */
public final class GradioProtocol {

	/**
	 * The Gradio release whose wire format this library speaks.
	 */
	public static final String GRADIO_VERSION = "6.31.0";

	/**
	 * Name of the event flow: one stream per session that carries diffs and that the
	 * server ends with <code>close_stream</code>.
	 */
	public static final String PROTOCOL = "sse_v3";

	/**
	 * Path prefix of the API routes, with a leading and without a trailing slash.
	 */
	public static final String API_PREFIX = "/gradio_api";

	private static final JsonMapper JSON_MAPPER = mapper(new JsonFactory());

	private static final ObjectWriter CALL_WRITER = mapper(JsonFactory.builder()
		.enable(JsonWriteFeature.ESCAPE_NON_ASCII)
		.characterEscapes(new AsciiEscapes())
		.build()).writer().with(new SpacedPrinter());

	private GradioProtocol() {
	}

	/**
	 * The shared mapper for everything but <code>/call</code> results: compact, UTF-8 as
	 * is, nulls written, unknown properties ignored. Numbers that JSON cannot express
	 * (NaN and the infinities) are written as <code>null</code>, as Gradio does.
	 * @return the mapper, thread-safe
	 */
	public static JsonMapper jsonMapper() {
		return JSON_MAPPER;
	}

	/**
	 * The writer for the <code>data</code> lines of <code>/call</code>, where Gradio
	 * writes as Python's <code>json.dumps</code> does: <code>", "</code> and
	 * <code>": "</code> as separators and escapes for all that is not printable ASCII.
	 * Numbers keep Java's notation.
	 * @return the writer, thread-safe
	 */
	public static ObjectWriter callWriter() {
		return CALL_WRITER;
	}

	private static JsonMapper mapper(JsonFactory factory) {
		JsonFactory wire = factory.rebuild()
			// Python writes escapes in lower case
			.disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
			.addDecorator((context, generator) -> new FiniteNumbersGenerator(generator))
			.build();
		return JsonMapper.builder(wire)
			.disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
			.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
			.disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
			.build();
	}

}
