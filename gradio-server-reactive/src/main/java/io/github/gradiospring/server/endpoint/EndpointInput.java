package io.github.gradiospring.server.endpoint;

import io.github.gradiospring.server.component.ComponentBinding;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An input of an endpoint: a value from the caller, or a state of the session.
 *
 * @param name the name on the wire
 * @param description what the value means, for documentation
 * @param binding the component and the conversions
 * @param nullable whether the function takes {@code null}
 * @param hasDefault whether callers may leave the value out
 * @param defaultValue the default on the wire, {@code null} for none or JSON {@code null}
 * @param state the state of the session, {@code null} for a value from the caller
 */
public record EndpointInput(String name, String description, ComponentBinding binding, boolean nullable,
		boolean hasDefault, @Nullable JsonNode defaultValue, @Nullable StateDeclaration state) {

}
