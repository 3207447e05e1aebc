package io.github.gradiospring.client.exchange;

import reactor.core.publisher.Mono;

/**
 * Implemented by every client that {@link GradioExchangeProxyFactory} makes; a
 * {@link GradioExchange} interface may extend it, to have the method at hand.
 */
public interface VerifiableExchange {

	/**
	 * Compares the interface with what the app says of its endpoints; connects if that
	 * was not done yet. Done before the first call in any case, and again when the app
	 * changed.
	 * @return completes when everything fits; fails with
	 * {@link GradioExchangeMismatchException} when something does not, or with another
	 * {@link io.github.gradiospring.client.error.GradioClientException} when the app
	 * cannot be asked
	 */
	Mono<Void> verify();

}
