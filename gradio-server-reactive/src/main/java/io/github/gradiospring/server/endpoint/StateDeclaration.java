package io.github.gradiospring.server.endpoint;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * A named value of a session. Endpoints that declare the same name share the value.
 *
 * @param name the name
 * @param type the type of the value
 * @param initialValue gives the value of a session that has none
 * @param writable whether the endpoint may set it; then it is among its outputs too
 */
public record StateDeclaration(String name, Class<?> type, Supplier<@Nullable Object> initialValue, boolean writable) {

}
