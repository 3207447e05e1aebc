package io.github.gradiospring.client.call;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.github.gradiospring.client.error.ConnectionLostException;
import io.github.gradiospring.client.error.GradioClientException;
import io.github.gradiospring.client.http.GradioHttp;
import io.github.gradiospring.client.session.JoinCall;
import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.protocol.message.ErrorOutput;
import io.github.gradiospring.protocol.message.Output;
import io.github.gradiospring.protocol.message.OutputData;
import io.github.gradiospring.protocol.message.ProcessCompleted;
import io.github.gradiospring.protocol.message.ProcessStreaming;
import io.github.gradiospring.protocol.message.ServerMessage;
import io.github.gradiospring.protocol.request.CancelRequest;
import io.github.gradiospring.protocol.request.JoinRequest;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.util.UriUtils;

/**
 * A call by <code>/call</code>: one request joins, another reads the values, each whole,
 * under the names <code>generating</code>, <code>complete</code> and <code>error</code>.
 *
 * @param http the connection
 * @param sessionHash the session
 * @param call the call
 */
record SimpleCall(GradioHttp http, String sessionHash, JoinCall call) {

	Flux<ServerMessage> messages() {
		String path = "call/" + UriUtils.encodePathSegment(String.valueOf(this.call.endpoint().dependency().apiName()),
				StandardCharsets.UTF_8);
		JoinRequest request = new JoinRequest(this.call.data(), null, this.sessionHash, this.call.eventData(), null,
				false, false);
		return this.http.post(this.http.api(path), request).flatMapMany((answer) -> {
			String eventId = answer.path("event_id").asString("");
			return this.http.events(this.http.api(path + "/" + eventId), null)
				.concatMap((event) -> Mono.justOrEmpty(message(event, eventId)))
				.concatWith(Mono
					.error(() -> new ConnectionLostException("The app ended the stream before the call was done.")))
				.takeUntil((message) -> message instanceof ProcessCompleted)
				.doOnCancel(() -> cancel(eventId));
		});
	}

	private void cancel(String eventId) {
		this.http
			.post(this.http.api("cancel"),
					new CancelRequest(eventId, this.sessionHash, this.call.endpoint().dependency().id()))
			.onErrorComplete()
			.subscribe();
	}

	private static @Nullable ServerMessage message(ServerSentEvent<String> event, String eventId) {
		String name = (event.event() != null) ? event.event() : "";
		JsonNode data = parse(event.data());
		return switch (name) {
			case "generating" -> new ProcessStreaming(eventId, values(data), true, null);
			case "complete" -> new ProcessCompleted(eventId, values(data), true, null, null, null, null);
			case "error" -> new ProcessCompleted(eventId, error(data), false, null, null, null, null);
			default -> null;
		};
	}

	private static Output values(JsonNode data) {
		return OutputData.of(List.copyOf(data.values()), null, null, null);
	}

	private static ErrorOutput error(JsonNode data) {
		return data.isObject() ? GradioProtocol.jsonMapper().treeToValue(data, ErrorOutput.class)
				: new ErrorOutput(data.isString() ? data.asString() : null, null, null, null);
	}

	private static JsonNode parse(@Nullable String data) throws GradioClientException {
		try {
			return GradioProtocol.jsonMapper().readTree((data != null) ? data : "null");
		}
		catch (JacksonException ex) {
			throw new ConnectionLostException("The app sent something that is no answer of Gradio.", ex);
		}
	}

}
