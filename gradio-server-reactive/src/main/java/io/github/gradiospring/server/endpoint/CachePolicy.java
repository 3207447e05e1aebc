package io.github.gradiospring.server.endpoint;

import java.time.Duration;

/**
 * How the results of an endpoint are cached.
 *
 * @param perSession whether each session has results of its own
 * @param maxSize how many results are kept
 * @param timeToLive how long a result is kept
 */
public record CachePolicy(boolean perSession, int maxSize, Duration timeToLive) {

}
