package io.github.gradiospring.protocol.info;

import java.util.List;
import java.util.Map;

import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.protocol.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ApiInfo}.
 */
class ApiInfoTests {

	private static final JsonMapper MAPPER = GradioProtocol.jsonMapper();

	@ParameterizedTest
	@MethodSource("recordings")
	void recordedDocumentsRoundTrip(String name) {
		List<JsonNode> documents = Recording.load(name)
			.bodies(200)
			.stream()
			// Some recordings go on with excerpts
			.filter((body) -> body.has("named_endpoints"))
			.toList();
		assertThat(documents).isNotEmpty();
		for (JsonNode recorded : documents) {
			String text = MAPPER.writeValueAsString(recorded);
			ApiInfo info = MAPPER.readValue(text, ApiInfo.class);
			assertThat(info.namedEndpoints()).isNotEmpty();
			assertThat(MAPPER.writeValueAsString(info)).isEqualTo(text);
			assertThat(JsonMapper.shared().<JsonNode>valueToTree(info)).isEqualTo(recorded);
		}
	}

	@Test
	void recordedSnippetsRoundTrip() {
		JsonNode recorded = Recording.load("info_code_snippets").bodies(200).get(0);
		assertThat(recorded.size()).isGreaterThan(2);
		for (JsonNode snippets : recorded.values()) {
			CodeSnippets read = MAPPER.treeToValue(snippets, CodeSnippets.class);
			assertThat(MAPPER.writeValueAsString(read)).isEqualTo(MAPPER.writeValueAsString(snippets));
			assertThat(read.python()).isNotEmpty();
		}
	}

	@Test
	void documentsOfEarlierReleasesAreRead() {
		ApiInfo info = MAPPER.readValue("""
				{"named_endpoints": {"/a": {"parameters": [{"label": "x", "type": {"type": "string"},
				"python_type": {"type": "str"}, "component": "Textbox"}], "returns": [{}], "show_api": true}}}""",
				ApiInfo.class);
		EndpointInfo endpoint = info.namedEndpoints().get("/a");
		assertThat(endpoint.apiVisibility()).isEqualTo(ApiVisibility.PUBLIC);
		assertThat(endpoint.description()).isEmpty();
		assertThat(endpoint.codeSnippets()).isNull();
		ParameterInfo parameter = endpoint.parameters().get(0);
		assertThat(parameter.parameterName()).isEmpty();
		assertThat(parameter.parameterHasDefault()).isFalse();
		assertThat(parameter.pythonType()).isEqualTo(new PythonType("str", null));
		assertThat(endpoint.returns().get(0).pythonType().type()).isEqualTo("Any");
		assertThat(info.unnamedEndpoints()).isEmpty();
	}

	@Test
	void absentExamplesAndTokensAreNotWritten() {
		EndpointInfo endpoint = new EndpointInfo(List.of(), List.of(), ApiVisibility.UNDOCUMENTED, "d", null, null);
		assertThat(MAPPER.writeValueAsString(ApiInfo.of(Map.of("/a", endpoint))))
			.isEqualTo("{\"named_endpoints\":{\"/a\":{\"parameters\":[],\"returns\":[],"
					+ "\"api_visibility\":\"undocumented\",\"description\":\"d\"}},\"unnamed_endpoints\":{}}");
		CodeSnippets snippets = new CodeSnippets("p", "j", "b", "c");
		assertThat(MAPPER.writeValueAsString(endpoint.withCodeSnippets(snippets)))
			.endsWith("\"code_snippets\":{\"python\":\"p\",\"javascript\":\"j\",\"bash\":\"b\",\"cli\":\"c\"}}");
		assertThat(MAPPER
			.writeValueAsString(new EndpointInfo(List.of(), List.of(), ApiVisibility.PUBLIC, "", null, "optional")))
			.contains("\"oauth_token\":\"optional\"");
	}

	@Test
	void visibilities() {
		assertThat(MAPPER.readValue("[\"public\",\"undocumented\",\"private\",\"later\"]", ApiVisibility[].class))
			.containsExactly(ApiVisibility.PUBLIC, ApiVisibility.UNDOCUMENTED, ApiVisibility.PRIVATE,
					ApiVisibility.UNDOCUMENTED);
		assertThat(ApiVisibility.from(null)).isEqualTo(ApiVisibility.PUBLIC);
	}

	static List<String> recordings() {
		return Recording.names("info_").stream().filter((name) -> !name.equals("info_code_snippets")).toList();
	}

}
