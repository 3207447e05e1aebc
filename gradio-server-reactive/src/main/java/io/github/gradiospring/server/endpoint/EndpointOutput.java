package io.github.gradiospring.server.endpoint;

import io.github.gradiospring.server.component.ComponentBinding;
import org.jspecify.annotations.Nullable;

/**
 * An output of an endpoint: a value for the caller, or a state of the session, which the
 * caller sees as {@code null}.
 *
 * @param name the name of the value
 * @param description what the value means, for documentation
 * @param binding the component and the conversions
 * @param state the state of the session, {@code null} for a value for the caller
 */
public record EndpointOutput(String name, String description, ComponentBinding binding,
		@Nullable StateDeclaration state) {

}
