package io.github.gradiospring.server.session;

import org.jspecify.annotations.Nullable;

/**
 * The session of a caller. A method parameter of this type gets it; it never appears on
 * the wire.
 *
 * @param sessionHash the id that the client chose, {@code null} for a call without a
 * session
 */
public record GradioSession(@Nullable String sessionHash) {

}
