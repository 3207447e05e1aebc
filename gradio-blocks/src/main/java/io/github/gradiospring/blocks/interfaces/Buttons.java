package io.github.gradiospring.blocks.interfaces;

import java.util.ArrayList;
import java.util.List;

import io.github.gradiospring.blocks.annotation.FlaggingMode;
import io.github.gradiospring.blocks.layout.Block;
import io.github.gradiospring.server.component.ComponentDescription;
import org.jspecify.annotations.Nullable;

/** The buttons of an interface, and where they are. */
final class Buttons {

	private final InterfaceView view;

	private final Block clear;

	private final @Nullable Block submit;

	private final @Nullable Block stop;

	private final List<Block> flags;

	Buttons(InterfaceView view) {
		this.view = view;
		Interface settings = view.settings();
		boolean hasClear = !settings.labels().clear().isEmpty();
		boolean hasSubmit = !settings.live() || view.isOutputOnly() || view.isUnified();
		String submitLabel = view.isOutputOnly() && settings.labels().submit().equals("Submit") ? "Generate"
				: settings.labels().submit();
		this.clear = button(hasClear ? settings.labels().clear() : "Clear", "secondary", hasClear);
		this.submit = hasSubmit ? button(submitLabel, "primary", true) : null;
		this.stop = (hasSubmit && view.isStreaming()) ? button(settings.labels().stop(), "stop", false) : null;
		this.flags = (settings.flagging() == FlaggingMode.MANUAL && !view.isInputOnly())
				? flagLabels(settings).stream().map((label) -> button(label, "secondary", true)).toList() : List.of();
	}

	private static List<String> flagLabels(Interface settings) {
		return settings.flaggingOptions().isEmpty() ? List.of("Flag")
				: settings.flaggingOptions().stream().map((option) -> "Flag as " + option).toList();
	}

	private static Block button(String label, String variant, boolean visible) {
		return Block.of(ComponentDescription.builder("button")
			.prop("value", label)
			.prop("variant", variant)
			.prop("visible", visible)
			.prop("interactive", true)
			.skipApi()
			.build());
	}

	List<Block> belowInputs() {
		List<Block> buttons = main();
		if (this.view.isUnified()) {
			buttons.addAll(this.flags);
		}
		return buttons;
	}

	List<Block> belowOutputs() {
		List<Block> buttons = this.view.isOutputOnly() ? main() : new ArrayList<>();
		buttons.addAll(this.flags);
		return buttons;
	}

	private List<Block> main() {
		List<Block> buttons = new ArrayList<>();
		buttons.add(this.clear);
		if (this.submit != null) {
			buttons.add(this.submit);
		}
		if (this.stop != null) {
			buttons.add(this.stop);
		}
		return buttons;
	}

	Block clear() {
		return this.clear;
	}

	/** The button that submits, {@code null} when inputs do that by themselves. */
	@Nullable Block submit() {
		return this.submit;
	}

	/** The button that stops a stream, {@code null} when there is nothing to stop. */
	@Nullable Block stop() {
		return this.stop;
	}

	/** A button for each reason to flag a result, or one without a reason. */
	List<Block> flags() {
		return this.flags;
	}

}
