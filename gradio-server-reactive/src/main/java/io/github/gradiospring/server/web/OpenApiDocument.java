package io.github.gradiospring.server.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.protocol.info.EndpointInfo;
import io.github.gradiospring.protocol.info.ParameterInfo;
import io.github.gradiospring.protocol.info.ReturnInfo;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Builds the OpenAPI description of the routes that a plain HTTP client needs: uploading,
 * calling with named parameters, and reading the result.
 */
final class OpenApiDocument {

	private static final String JSON = "application/json";

	private OpenApiDocument() {
	}

	static Map<String, Object> build(String title, Map<String, EndpointInfo> endpoints) {
		Map<String, Object> paths = new LinkedHashMap<>();
		paths.put(GradioProtocol.API_PREFIX + "/upload", Map.of("post", upload()));
		endpoints.forEach((name, endpoint) -> {
			paths.put(GradioProtocol.API_PREFIX + "/call/v2" + name, Map.of("post", call(name, endpoint)));
			paths.put(GradioProtocol.API_PREFIX + "/call" + name + "/{event_id}", Map.of("get", result(name)));
		});
		Map<String, Object> info = object("title", title, "description", null, "version",
				GradioProtocol.GRADIO_VERSION);
		return object("openapi", "3.0.2", "info", info, "paths", paths, "components", Map.of("schemas", Map.of()));
	}

	private static Map<String, Object> upload() {
		Map<String, Object> files = object("type", "array", "items", object("type", "string", "format", "binary"),
				"description", "The files");
		Map<String, Object> form = object("type", "object", "properties", Map.of("files", files), "required",
				List.of("files"));
		Map<String, Object> uploadId = object("name", "upload_id", "in", "query", "required", false, "schema",
				object("type", "string", "nullable", true, "default", null), "description",
				"Lets a caller follow the progress of the upload");
		Map<String, Object> paths = object("type", "array", "items", object("type", "string"));
		Map<String, Object> responses = object("200", response("The paths of the files", JSON, paths), "400",
				response("No multipart body, or an unusable file name", "text/plain", object("type", "string")), "413",
				response("A file is too large", "text/plain", object("type", "string")));
		return object("summary", "Upload File", "operationId", "upload_file_upload_post", "parameters",
				List.of(uploadId), "requestBody", body("multipart/form-data", form), "responses", responses);
	}

	private static Map<String, Object> call(String name, EndpointInfo endpoint) {
		Map<String, Object> properties = new LinkedHashMap<>();
		for (ParameterInfo parameter : endpoint.parameters()) {
			properties.put(parameter.parameterName(), schema(parameter.type()));
		}
		List<String> returns = endpoint.returns().stream().map(OpenApiDocument::describe).toList();
		String about = "Starts a call. GET %s/call%s/{event_id} tells its result, a list of %d values: %s"
			.formatted(GradioProtocol.API_PREFIX, name, returns.size(), String.join(", ", returns));
		Map<String, Object> answer = object("type", "object", "properties",
				Map.of("event_id", object("type", "string")));
		return object("summary", "Endpoint " + name, "description",
				endpoint.description().isEmpty() ? about : endpoint.description() + "\n\n" + about, "operationId",
				name.substring(1), "requestBody", body(JSON, object("type", "object", "properties", properties)),
				"responses", object("200", response("The id of the call", JSON, answer)));
	}

	private static Map<String, Object> result(String name) {
		Map<String, Object> eventId = object("name", "event_id", "in", "path", "required", true, "schema",
				object("type", "string"), "description", "The id that the call returned");
		return object("summary", "Result of " + name, "description",
				"A stream of server-sent events; the one named complete has the list of values, error what went wrong.",
				"operationId", name.substring(1) + "_get", "parameters", List.of(eventId), "responses",
				object("200", response("The events", "text/event-stream", object("type", "string"))));
	}

	private static String describe(ReturnInfo value) {
		return value.label() + " (" + value.pythonType().type() + ")";
	}

	/** References lead nowhere in this document, and only files have them. */
	private static JsonNode schema(JsonNode schema) {
		if (!schema.has("$defs")) {
			return schema;
		}
		ObjectNode file = JsonNodes.object().put("type", "object");
		file.putObject("properties").putObject("path").put("type", "string");
		file.put("description", "A file: its uploaded path, and meta with _type gradio.FileData");
		if (!"array".equals(schema.path("type").asString(""))) {
			return file;
		}
		ObjectNode files = JsonNodes.object().put("type", "array");
		files.set("items", file);
		return files;
	}

	private static Map<String, Object> body(String contentType, Map<String, Object> schema) {
		return object("required", true, "content", Map.of(contentType, Map.of("schema", schema)));
	}

	private static Map<String, Object> response(String description, String contentType, Map<String, Object> schema) {
		return object("description", description, "content", Map.of(contentType, Map.of("schema", schema)));
	}

	private static Map<String, Object> object(@Nullable Object... entries) {
		Map<String, Object> object = new LinkedHashMap<>();
		for (int i = 0; i < entries.length; i += 2) {
			object.put(String.valueOf(entries[i]), entries[i + 1]);
		}
		return object;
	}

}
