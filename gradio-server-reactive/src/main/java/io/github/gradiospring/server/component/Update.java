package io.github.gradiospring.server.component;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.gradiospring.protocol.GradioProtocol;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A result that changes properties of the component that shows it, and its value if it is
 * told to. A method returns it in the place of a {@code T}:
 *
 * <pre>
 * &#64;GradioEndpoint
 * Update&lt;String&gt; finish(String text) {
 *     return Update.to(text.strip()).interactive(false);
 * }
 * </pre>
 *
 * An {@code Update<Void>} with {@link io.github.gradiospring.server.annotation.Layout}
 * changes a part of the page, which callers of the API do not see. Immutable.
 *
 * @param <T> the type of the value, which chooses the component
 */
public final class Update<T> {

	private final boolean hasValue;

	private final @Nullable T value;

	private final Map<String, JsonNode> props;

	private Update(boolean hasValue, @Nullable T value, Map<String, JsonNode> props) {
		this.hasValue = hasValue;
		this.value = value;
		this.props = props;
	}

	/**
	 * Starts an update of the value.
	 * @param value the value, {@code null} to clear it
	 * @param <T> its type
	 * @return the update
	 */
	public static <T> Update<T> to(@Nullable T value) {
		return new Update<>(true, value, Map.of());
	}

	/**
	 * Starts an update that leaves the value as it is.
	 * @param <T> the type of the value
	 * @return the update
	 */
	public static <T> Update<T> properties() {
		return new Update<>(false, null, Map.of());
	}

	/** Shows or hides the component. */
	public Update<T> visible(boolean visible) {
		return prop("visible", visible);
	}

	/** Says whether users can change the value. */
	public Update<T> interactive(boolean interactive) {
		return prop("interactive", interactive);
	}

	/** Sets the label. */
	public Update<T> label(String label) {
		return prop("label", label);
	}

	/** Opens or closes an accordion or a sidebar. */
	public Update<T> open(boolean open) {
		return prop("open", open);
	}

	/**
	 * Sets a property.
	 * @param name the name as the frontend knows it
	 * @param value a value that Jackson can write
	 * @return an update with the property
	 */
	public Update<T> prop(String name, @Nullable Object value) {
		Map<String, JsonNode> changed = new LinkedHashMap<>(this.props);
		changed.put(name, GradioProtocol.jsonMapper().valueToTree(value));
		return new Update<>(this.hasValue, this.value, changed);
	}

	/**
	 * Writes the update (PROTOCOL section 6).
	 * @param binding converts the value
	 * @param context what the conversion needs from the call
	 * @return the update on the wire
	 */
	public JsonNode write(ComponentBinding binding, ConversionContext context) {
		ObjectNode update = GradioProtocol.jsonMapper().createObjectNode();
		this.props.forEach(update::set);
		if (this.hasValue) {
			update.set("value", (this.value != null) ? binding.write(this.value, context) : NullNode.getInstance());
		}
		return update.put("__type__", "update");
	}

}
