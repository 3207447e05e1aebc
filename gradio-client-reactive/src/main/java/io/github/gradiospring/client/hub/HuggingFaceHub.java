package io.github.gradiospring.client.hub;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the Hugging Face Hub knows of Spaces. */
public interface HuggingFaceHub {

	/**
	 * Finds where a Space answers, and waits until it runs: a sleeping one is woken.
	 * @param space <code>owner/name</code>
	 * @return its address; fails with
	 * {@link io.github.gradiospring.client.error.NotAGradioAppException} when there is no
	 * such Space, or when it is paused or broken, and with
	 * {@link io.github.gradiospring.client.error.AuthenticationException} when it is
	 * private and the token is missing or wrong
	 */
	Mono<SpaceAddress> resolve(String space);

	/**
	 * Follows the state of a Space, and wakes it when it sleeps.
	 * @param space <code>owner/name</code>
	 * @return the states, each once; completes when it runs or will not
	 */
	Flux<SpaceStatus> status(String space);

	/**
	 * Copies a Space to the account of the token, or takes the copy that is there.
	 * @param request what to copy and how
	 * @return the name of the copy; fails as {@link #resolve}
	 */
	Mono<String> duplicate(DuplicateRequest request);

}
