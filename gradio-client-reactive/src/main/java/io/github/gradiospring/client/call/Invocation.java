package io.github.gradiospring.client.call;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

import io.github.gradiospring.client.app.AppConnector.ConnectedApp;
import io.github.gradiospring.client.app.AppEndpoint;
import io.github.gradiospring.client.error.ConnectionLostException;
import io.github.gradiospring.client.error.ServerFailureException;
import io.github.gradiospring.client.error.UnknownEndpointException;
import io.github.gradiospring.client.error.ValidationException;
import io.github.gradiospring.client.session.JoinCall;
import io.github.gradiospring.protocol.GradioProtocol;
import io.github.gradiospring.protocol.message.ServerMessage;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

import org.springframework.core.ResolvableType;

/**
 * A call with all its inputs, to be made with each subscription.
 *
 * @param calls what calls are made with
 * @param selector finds the endpoint
 * @param positional the inputs by position
 * @param named the inputs by name
 * @param eventData what an event on a page would carry
 * @param route how the call travels
 */
record Invocation(EndpointCalls calls, EndpointSelector selector, List<@Nullable Object> positional,
		Map<String, @Nullable Object> named, @Nullable Object eventData, CallRoute route) {

	/**
	 * The events, of which only the last has its value converted if nobody sees the
	 * others.
	 */
	Flux<GradioEvent<Object>> events(ResolvableType type, boolean lastOnly, JobLink link) {
		return this.calls.connector().connect().flatMapMany((app) -> {
			AtomicBoolean accepted = new AtomicBoolean();
			Function<ConnectedApp, Flux<GradioEvent<Object>>> call = (callee) -> call(callee, type, lastOnly, link,
					accepted);
			return Flux.defer(() -> call.apply(app))
				.onErrorResume(Invocation::mayMeanChange, (ex) -> again(app, ex, accepted.get(), call));
		});
	}

	private Flux<GradioEvent<Object>> call(ConnectedApp app, ResolvableType type, boolean lastOnly, JobLink link,
			AtomicBoolean accepted) {
		AppEndpoint endpoint = this.selector.select(app.app());
		return this.calls.binder()
			.bind(app, endpoint, this.positional, this.named)
			.flatMapMany((data) -> new JobReader(app, endpoint, this.calls.results(), type, lastOnly)
				.events(messages(app, endpoint, data).doOnNext((message) -> {
					accepted.set(true);
					link.saw(app, endpoint, message);
				})));
	}

	/** What an app refuses because it is another one by now is asked once more. */
	private Flux<GradioEvent<Object>> again(ConnectedApp before, Throwable error, boolean accepted,
			Function<ConnectedApp, Flux<GradioEvent<Object>>> call) {
		this.calls.connector().refresh();
		if (accepted || error instanceof ConnectionLostException) {
			return Flux.error(error);
		}
		return this.calls.connector()
			.connect()
			.flatMapMany((now) -> (now != before) ? call.apply(now) : Flux.error(error));
	}

	private Flux<ServerMessage> messages(ConnectedApp app, AppEndpoint endpoint, List<JsonNode> data) {
		JsonNode event = (this.eventData != null) ? GradioProtocol.jsonMapper().valueToTree(this.eventData) : null;
		JoinCall call = new JoinCall(endpoint, data, event);
		return switch (this.route) {
			case QUEUE -> this.calls.session().call(app, call);
			case CALL -> new SimpleCall(app.http(), this.calls.session().sessionHash(), call).messages();
			case RUN -> new DirectRun(app.http(), this.calls.session().sessionHash(), call).messages();
		};
	}

	/** An app that was restarted with other endpoints answers like this. */
	private static boolean mayMeanChange(Throwable error) {
		return error instanceof ConnectionLostException || error instanceof ServerFailureException
				|| error instanceof UnknownEndpointException || error instanceof ValidationException;
	}

}
