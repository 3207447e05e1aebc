package io.github.gradiospring.client.hub;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What the Hugging Face Hub knows of Spaces. A Space is called by its name,
 * <code>owner/name</code>, the address of its page or that of its app below
 * <code>hf.space</code>. Besides what is said below, everything fails with
 * {@link io.github.gradiospring.client.error.ConnectionLostException} when the Hub cannot
 * be reached, with {@link io.github.gradiospring.client.error.QuotaExceededException}
 * when it was asked too often, and with
 * {@link io.github.gradiospring.client.error.ServerFailureException} when it answers
 * otherwise.
 */
public interface HuggingFaceHub {

	/**
	 * Finds where a Space answers, and waits until it runs: a sleeping one is woken.
	 * @param space the Space
	 * @return its address; fails with
	 * {@link io.github.gradiospring.client.error.NotAGradioAppException} when there is no
	 * such Space, or when it is paused or broken, and with
	 * {@link io.github.gradiospring.client.error.AuthenticationException} when it is
	 * private and the token is missing or wrong. Without a token, the Hub does not tell a
	 * private Space from none
	 */
	Mono<SpaceAddress> resolve(String space);

	/**
	 * Follows the state of a Space, and wakes it when it sleeps. The Hub is asked again
	 * after one second, then less and less often up to every ten seconds.
	 * @param space the Space
	 * @return the states, each once; completes when it runs or will not, fails as
	 * {@link #resolve}, and with
	 * {@link io.github.gradiospring.client.error.NotAGradioAppException} when it does not
	 * run within 15 minutes. Cancelling stops the questions
	 */
	Flux<SpaceStatus> status(String space);

	/**
	 * Copies a Space to the account of the token, or takes the copy that is there. Such a
	 * copy gets the hardware and the sleep time, and keeps its secrets, as with Python's
	 * client. The basic hardware has no sleep time.
	 * @param request what to copy and how
	 * @return the name of the copy, which may still be building; fails as
	 * {@link #resolve}
	 */
	Mono<String> duplicate(DuplicateRequest request);

}
