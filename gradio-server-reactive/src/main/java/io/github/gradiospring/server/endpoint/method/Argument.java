package io.github.gradiospring.server.endpoint.method;

import java.util.List;

import io.github.gradiospring.server.endpoint.EndpointCall;
import io.github.gradiospring.server.endpoint.GradioLog;
import io.github.gradiospring.server.endpoint.GradioProgress;
import io.github.gradiospring.server.endpoint.GradioRequest;
import io.github.gradiospring.server.session.GradioSession;
import org.jspecify.annotations.Nullable;

/** Gives the value of one parameter. */
@FunctionalInterface
interface Argument {

	/** What can always be injected. */
	List<ArgumentResolver> BUILT_IN = List.of(new InjectedType<>(GradioProgress.class, EndpointCall::progress),
			new InjectedType<>(GradioLog.class, EndpointCall::log),
			new InjectedType<>(GradioRequest.class, EndpointCall::request),
			new InjectedType<>(GradioSession.class, (call) -> new GradioSession(call.request().sessionHash())),
			new PrincipalArgumentResolver());

	/**
	 * Gives the value for a call.
	 * @param call the call
	 * @return the value
	 */
	@Nullable Object of(EndpointCall call);

}
