package io.github.gradiospring.blocks.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.github.gradiospring.server.component.ComponentDescription;
import org.jspecify.annotations.Nullable;

/**
 * Puts neighbours that are fields of a form into one, which draws one border around them,
 * as Gradio does when a page is rendered.
 */
final class FormWrapper {

	private static final Set<String> FIELDS = Set.of("checkbox", "checkboxgroup", "datetime", "dropdown", "textbox",
			"multimodaltextbox", "number", "radio", "slider");

	private FormWrapper() {
	}

	/**
	 * Wraps the fields among the children of a layout.
	 * @param parent the type of the layout, {@code null} for the page itself
	 * @param children the children
	 * @return the children, with forms around neighbouring fields
	 */
	static List<Block> wrap(@Nullable String parent, List<Block> children) {
		List<Block> wrapped = new ArrayList<>();
		List<Block> fields = new ArrayList<>();
		for (Block child : children) {
			if (FIELDS.contains(child.component().type())) {
				fields.add(child);
				continue;
			}
			addForm(wrapped, fields, parent);
			wrapped.add(child);
		}
		addForm(wrapped, fields, parent);
		return wrapped;
	}

	private static void addForm(List<Block> wrapped, List<Block> fields, @Nullable String parent) {
		if (fields.isEmpty()) {
			return;
		}
		int scale = 0;
		int minWidth = 0;
		if ("row".equals(parent)) {
			for (Block field : fields) {
				scale += number(field.component(), "scale", 1);
				minWidth += number(field.component(), "min_width", 0);
			}
		}
		wrapped.add(Block.layout(
				ComponentDescription.builder("form").prop("scale", scale).prop("min_width", minWidth).skipApi().build(),
				fields));
		fields.clear();
	}

	private static int number(ComponentDescription component, String prop, int absent) {
		return component.props().containsKey(prop) ? component.props().get(prop).asInt(absent) : absent;
	}

}
