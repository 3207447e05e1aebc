package io.github.gradiospring.protocol.request;

import java.util.List;

import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.protocol.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.NullNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link JoinRequest} and {@link CancelRequest}.
 */
class RequestTests {

	private static final JsonMapper MAPPER = GradioProtocol.jsonMapper();

	@Test
	void recordedJoinsAreRead() {
		int count = 0;
		for (String name : Recording.names("queue_")) {
			if (name.equals("queue_bad_requests")) {
				continue;
			}
			for (JsonNode body : Recording.load(name).requests("/gradio_api/queue/join")) {
				JoinRequest request = MAPPER.treeToValue(body, JoinRequest.class);
				assertThat(request.data()).containsExactlyElementsOf(body.get("data").values());
				assertThat(request.fnIndex()).isEqualTo(body.get("fn_index").intValue());
				assertThat(request.sessionHash()).isEqualTo(body.get("session_hash").stringValue());
				count++;
			}
		}
		assertThat(count).isGreaterThan(50);
	}

	@Test
	void allKeysAreRead() {
		JoinRequest request = MAPPER.readValue("""
				{"data": [1, null], "fn_index": 3, "session_hash": "s", "event_data": {"a": 1}, "trigger_id": 4,
				"simple_format": true, "batched": true, "later": 1}""", JoinRequest.class);
		assertThat(request).isEqualTo(new JoinRequest(List.of(IntNode.valueOf(1), NullNode.getInstance()), 3, "s",
				MAPPER.readTree("{\"a\":1}"), 4, true, true));
	}

	@Test
	void numbersMayBeTexts() {
		JoinRequest request = MAPPER.readValue("{\"data\": [\"1\"], \"fn_index\": \"2\", \"trigger_id\": \"3\"}",
				JoinRequest.class);
		assertThat(request.fnIndex()).isEqualTo(2);
		assertThat(request.triggerId()).isEqualTo(3);
		assertThat(request.data().get(0).isString()).isTrue();
	}

	@Test
	void absentKeysAreNull() {
		JoinRequest request = MAPPER.readValue("{\"data\": [], \"batched\": null, \"event_data\": null}",
				JoinRequest.class);
		assertThat(request).isEqualTo(new JoinRequest(List.of(), null, null, null, null, false, false));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"data\": null}", "{\"data\": {\"a\": 1}}", "{\"data\": [], \"fn_index\": \"x\"}",
			"[]", "1" })
	void badJoinsAreRefused(String json) {
		assertThatExceptionOfType(DatabindException.class).isThrownBy(() -> MAPPER.readValue(json, JoinRequest.class));
	}

	@Test
	void joinOfAClient() {
		assertThat(MAPPER.writeValueAsString(JoinRequest.of(List.of(IntNode.valueOf(1)), 2, "s")))
			.isEqualTo("{\"data\":[1],\"fn_index\":2,\"session_hash\":\"s\"}");
		assertThat(MAPPER.writeValueAsString(new JoinRequest(List.of(), 2, "s", IntNode.valueOf(1), 3, true, true)))
			.isEqualTo("{\"data\":[],\"fn_index\":2,\"session_hash\":\"s\",\"event_data\":1,\"trigger_id\":3,"
					+ "\"simple_format\":true,\"batched\":true}");
	}

	@Test
	void cancelRoundTrips() {
		String json = "{\"event_id\":\"e\",\"session_hash\":\"s\",\"fn_index\":2}";
		CancelRequest request = MAPPER.readValue(json, CancelRequest.class);
		assertThat(request).isEqualTo(new CancelRequest("e", "s", 2));
		assertThat(MAPPER.writeValueAsString(request)).isEqualTo(json);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"session_hash\":\"s\",\"fn_index\":2}", "{\"event_id\":\"e\",\"fn_index\":2}",
			"{\"event_id\":\"e\",\"session_hash\":\"s\"}" })
	void cancelNeedsAllKeys(String json) {
		assertThatExceptionOfType(DatabindException.class)
			.isThrownBy(() -> MAPPER.readValue(json, CancelRequest.class));
	}

}
