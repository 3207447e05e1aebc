package io.github.gradiospring.server.component;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * An answer that a {@link ChatMessage} offers.
 *
 * @param value what is sent when it is chosen
 * @param label what is shown, {@code null} for the value
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChatOption(String value, @Nullable String label) {

}
