package io.github.gradiospring.test.mock;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;

import io.github.gradiospring.server.component.ConversionContext;
import io.github.gradiospring.server.endpoint.DefaultEndpointExecutor;
import io.github.gradiospring.server.endpoint.DefaultEndpointRegistry;
import io.github.gradiospring.server.endpoint.Endpoint;
import io.github.gradiospring.server.endpoint.EndpointCall;
import io.github.gradiospring.server.endpoint.EndpointExecutor;
import io.github.gradiospring.server.endpoint.EndpointRegistry;
import io.github.gradiospring.server.file.LocalFileStore;
import io.github.gradiospring.server.queue.DefaultGradioQueue;
import io.github.gradiospring.server.queue.QueueOptions;
import io.github.gradiospring.server.session.DefaultGradioSessions;
import io.github.gradiospring.server.session.InMemoryEventLog;
import io.github.gradiospring.server.session.InMemorySessionStateStore;
import io.github.gradiospring.server.session.SessionStateStore;
import io.github.gradiospring.server.web.GradioRoutes;
import io.github.gradiospring.test.mock.CallRecorder.Arrived;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/**
 * The parts of a server, wired as for an application. The endpoints may change; what was
 * uploaded and the messages that nobody has read yet outlive that.
 */
final class MockApp {

	private static final int MAX_SESSIONS = 10_000;

	private final LocalFileStore files = LocalFileStore.builder().build();

	private final UnabridgedEventLog log = new UnabridgedEventLog(
			InMemoryEventLog.builder().maxChannels(MAX_SESSIONS).build());

	private final MockQueue queue = new MockQueue();

	private final EndpointExecutor executor;

	private final DefaultGradioSessions sessions;

	private final CallRecorder recorder;

	MockApp(Function<Endpoint, Answer> answers) {
		SessionStateStore states = new InMemorySessionStateStore(MAX_SESSIONS, Duration.ofMinutes(10));
		this.executor = DefaultEndpointExecutor.builder()
			.worker(Schedulers.boundedElastic())
			.states(states)
			.files(this.files)
			.build();
		this.sessions = DefaultGradioSessions.builder(states).maxSessions(MAX_SESSIONS).build();
		this.recorder = new CallRecorder(this.files, answers);
	}

	CallRecorder recorder() {
		return this.recorder;
	}

	/** The routes of an app with these endpoints, which takes all calls from now on. */
	GradioRoutes routes(List<Endpoint> endpoints) {
		EndpointRegistry registry = new DefaultEndpointRegistry(List.of(() -> endpoints));
		this.queue.add(DefaultGradioQueue
			.builder(registry, this.executor, new ScriptedQueueStore(this.recorder, this.log), this.log)
			.validator(this.recorder)
			.options(QueueOptions.defaults().withUpdateInterval(Duration.ZERO))
			.build());
		return GradioRoutes.builder()
			.registry(registry)
			.queue(this.queue)
			.executor(this.executor)
			.validator(this.recorder)
			.eventLog(this.log)
			.files(this.files)
			.sessions(this.sessions)
			.build();
	}

	/** What every endpoint does: what the script says. */
	Flux<List<@Nullable Object>> run(EndpointCall call) {
		Arrived arrived = this.recorder.find(call.request());
		if (arrived == null) {
			return Flux.error(new IllegalStateException("The call was not recorded"));
		}
		ConversionContext context = new ConversionContext(this.files, call.request().fileUrlPrefix());
		return arrived.answer().run(new RunningCall(arrived.call(), call, context));
	}

	void close() {
		this.queue.stop().block();
		this.sessions.close();
		this.files.close();
	}

}
