package io.github.gradiospring.client.call;

import java.nio.charset.StandardCharsets;

import io.github.gradiospring.client.http.GradioHttp;
import io.github.gradiospring.client.http.HttpErrors;
import io.github.gradiospring.client.session.JoinCall;
import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.protocol.message.ErrorOutput;
import io.github.gradiospring.protocol.message.Output;
import io.github.gradiospring.protocol.message.ProcessCompleted;
import io.github.gradiospring.protocol.message.ServerMessage;
import io.github.gradiospring.protocol.request.JoinRequest;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.util.UriUtils;

/**
 * A call by <code>/run</code>, which has one answer: the output, or the error with a
 * status of 500.
 *
 * @param http the connection
 * @param sessionHash the session
 * @param call the call
 */
record DirectRun(GradioHttp http, String sessionHash, JoinCall call) {

	Flux<ServerMessage> messages() {
		String name = String.valueOf(this.call.endpoint().dependency().apiName());
		JoinRequest request = new JoinRequest(this.call.data(), this.call.endpoint().dependency().id(),
				this.sessionHash, this.call.eventData(), null, false, false);
		return this.http.webClient()
			.post()
			.uri(this.http.api("run/" + UriUtils.encodePathSegment(name, StandardCharsets.UTF_8)))
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(GradioProtocol.jsonMapper().writeValueAsBytes(request))
			.exchangeToMono(DirectRun::read)
			.onErrorMap(HttpErrors::of)
			.flux();
	}

	private static Mono<ServerMessage> read(ClientResponse response) {
		int status = response.statusCode().value();
		boolean json = response.headers()
			.contentType()
			.filter((type) -> type.isCompatibleWith(MediaType.APPLICATION_JSON))
			.isPresent();
		if (!json || (status != 200 && status != 500)) {
			return HttpErrors.of(response).flatMap(Mono::error);
		}
		return response.bodyToMono(String.class).map((body) -> {
			Output output = GradioProtocol.jsonMapper().readValue(body, Output.class);
			return new ProcessCompleted(null, output, !(output instanceof ErrorOutput), null, null, null, null);
		});
	}

}
