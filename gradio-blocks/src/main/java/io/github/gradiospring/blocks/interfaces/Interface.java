package io.github.gradiospring.blocks.interfaces;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import io.github.gradiospring.blocks.annotation.ExampleCache;
import io.github.gradiospring.blocks.annotation.FlaggingMode;
import io.github.gradiospring.blocks.annotation.GradioExample;
import io.github.gradiospring.blocks.annotation.GradioInterface;
import io.github.gradiospring.blocks.annotation.ProgressDisplay;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * How a page shows an endpoint. A bean of this type does in code what
 * {@link GradioInterface} does on a method, and wins over it:
 *
 * <pre>
 * &#64;Bean
 * Interface greeter() {
 *     return Interface.builder("greet").title("Greeter").example("Ada", "3").build();
 * }
 * </pre>
 *
 * @param endpoint the API name of the endpoint, without the leading slash
 * @param visible whether there is an interface at all
 * @param title the heading, empty for none
 * @param description what stands below the heading, in Markdown; empty for that of the
 * endpoint
 * @param article what stands below the interface, in Markdown; empty for nothing
 * @param tab the name of its tab when there are several; empty for the title, or else the
 * endpoint's name
 * @param page the path of the page that it is on, empty for the first page
 * @param live whether the endpoint is called whenever an input changes
 * @param unified whether each output is shown in the input of the same position
 * @param examples inputs to choose from
 * @param examplesDirectory the location of a folder with further ones, empty for none
 * @param cacheExamples whether results of examples are kept
 * @param examplesPerPage how many of them are shown at a time
 * @param additionalInputs the names of the inputs in a part which users open first
 * @param additionalInputsLabel the heading of that part
 * @param flagging when results are flagged
 * @param flaggingOptions reasons to flag a result, with a button for each
 * @param labels the texts of the buttons
 * @param showProgress how the page shows that the endpoint works
 */
public record Interface(String endpoint, boolean visible, String title, String description, String article, String tab,
		String page, boolean live, boolean unified, List<Example> examples, String examplesDirectory,
		ExampleCache cacheExamples, int examplesPerPage, List<String> additionalInputs, String additionalInputsLabel,
		FlaggingMode flagging, List<String> flaggingOptions, ButtonLabels labels, ProgressDisplay showProgress) {

	public Interface {
		Assert.isTrue(page.matches("[A-Za-z0-9_-]*"),
				() -> "The path '%s' of a page must be of letters, digits, '_' and '-'".formatted(page));
		Assert.isTrue(examplesPerPage > 0, "There must be an example on a page");
		examples = List.copyOf(examples);
		additionalInputs = List.copyOf(additionalInputs);
		flaggingOptions = List.copyOf(flaggingOptions);
	}

	/**
	 * Starts an interface.
	 * @param endpoint the API name of the endpoint, with or without the leading slash
	 * @return a builder
	 */
	public static Builder builder(String endpoint) {
		return new Builder(endpoint.startsWith("/") ? endpoint.substring(1) : endpoint);
	}

	static Interface of(String endpoint, GradioInterface declared) {
		Builder builder = builder(endpoint).visible(declared.visible())
			.title(declared.title())
			.description(declared.description())
			.article(declared.article())
			.tab(declared.tab())
			.page(declared.page())
			.live(declared.live())
			.unified(declared.unified())
			.examplesDirectory(declared.examplesDirectory())
			.cacheExamples(declared.cacheExamples())
			.examplesPerPage(declared.examplesPerPage())
			.additionalInputs(declared.additionalInputs())
			.additionalInputsLabel(declared.additionalInputsLabel())
			.flagging(declared.flagging())
			.flaggingOptions(declared.flaggingOptions())
			.labels(new ButtonLabels(declared.submitLabel(), declared.stopLabel(), declared.clearLabel()))
			.showProgress(declared.showProgress());
		for (GradioExample example : declared.examples()) {
			builder.example(new Example(Arrays.asList(example.value()), example.label()));
		}
		return builder.build();
	}

	/**
	 * Inputs to choose from.
	 *
	 * @param values the values in the order of the inputs; fewer than there are inputs
	 * leave the rest as it is. A text is written as a default is, and for a file it is
	 * the location. A file may also be a {@code Path}, a {@code File} or a
	 * {@code Resource}; other values are of the type of the input, or become JSON.
	 * {@code null} empties the input
	 * @param label what the page shows instead of the values, empty for the values
	 */
	public record Example(List<? extends @Nullable Object> values, String label) {

		public Example {
			values = Collections.unmodifiableList(new ArrayList<>(values));
		}

	}

	/**
	 * The texts of the buttons.
	 *
	 * @param submit of the one that submits
	 * @param stop of the one that stops a stream
	 * @param clear of the one that clears, empty for no button
	 */
	public record ButtonLabels(String submit, String stop, String clear) {

	}

	/** Collects the values of an {@link Interface}. */
	public static final class Builder {

		private final String endpoint;

		private boolean visible = true;

		private String title = "";

		private String description = "";

		private String article = "";

		private String tab = "";

		private String page = "";

		private boolean live;

		private boolean unified;

		private final List<Example> examples = new ArrayList<>();

		private String examplesDirectory = "";

		private ExampleCache cacheExamples = ExampleCache.NONE;

		private int examplesPerPage = 10;

		private List<String> additionalInputs = List.of();

		private String additionalInputsLabel = "Additional Inputs";

		private FlaggingMode flagging = FlaggingMode.MANUAL;

		private List<String> flaggingOptions = List.of();

		private ButtonLabels labels = new ButtonLabels("Submit", "Stop", "Clear");

		private ProgressDisplay showProgress = ProgressDisplay.FULL;

		private Builder(String endpoint) {
			this.endpoint = endpoint;
		}

		/** Sets {@link Interface#visible()}; on by default. */
		public Builder visible(boolean visible) {
			this.visible = visible;
			return this;
		}

		/** Sets {@link Interface#title()}; none by default. */
		public Builder title(String title) {
			this.title = title;
			return this;
		}

		/** Sets {@link Interface#description()}; that of the endpoint by default. */
		public Builder description(String description) {
			this.description = description;
			return this;
		}

		/** Sets {@link Interface#article()}; none by default. */
		public Builder article(String article) {
			this.article = article;
			return this;
		}

		/** Sets {@link Interface#tab()}; the title by default. */
		public Builder tab(String tab) {
			this.tab = tab;
			return this;
		}

		/** Sets {@link Interface#page()}; the first page by default. */
		public Builder page(String page) {
			this.page = page;
			return this;
		}

		/** Sets {@link Interface#live()}; off by default. */
		public Builder live(boolean live) {
			this.live = live;
			return this;
		}

		/** Sets {@link Interface#unified()}; off by default. */
		public Builder unified(boolean unified) {
			this.unified = unified;
			return this;
		}

		/** Adds an example, with the values of the inputs in their order. */
		public Builder example(String... values) {
			return example(new Example(List.of(values), ""));
		}

		/** Adds an example. */
		public Builder example(Example example) {
			this.examples.add(example);
			return this;
		}

		/**
		 * Adds an example, with the values of the inputs in their order: a file as a
		 * {@code Path} or a {@code Resource}, other values as they are in Java.
		 */
		public Builder exampleValues(@Nullable Object... values) {
			return example(new Example(Arrays.asList(values), ""));
		}

		/** Sets {@link Interface#examplesDirectory()}; none by default. */
		public Builder examplesDirectory(String location) {
			this.examplesDirectory = location;
			return this;
		}

		/** Sets {@link Interface#cacheExamples()}; they are not kept by default. */
		public Builder cacheExamples(ExampleCache cacheExamples) {
			this.cacheExamples = cacheExamples;
			return this;
		}

		/** Sets {@link Interface#examplesPerPage()}; 10 by default. */
		public Builder examplesPerPage(int examplesPerPage) {
			this.examplesPerPage = examplesPerPage;
			return this;
		}

		/** Sets {@link Interface#additionalInputs()}; none by default. */
		public Builder additionalInputs(String... names) {
			this.additionalInputs = List.of(names);
			return this;
		}

		/** Sets {@link Interface#additionalInputsLabel()}. */
		public Builder additionalInputsLabel(String label) {
			this.additionalInputsLabel = label;
			return this;
		}

		/** Sets {@link Interface#flagging()}; manual by default. */
		public Builder flagging(FlaggingMode flagging) {
			this.flagging = flagging;
			return this;
		}

		/** Sets {@link Interface#flaggingOptions()}; none by default. */
		public Builder flaggingOptions(String... options) {
			this.flaggingOptions = List.of(options);
			return this;
		}

		/** Sets {@link Interface#labels()}. */
		public Builder labels(ButtonLabels labels) {
			this.labels = labels;
			return this;
		}

		/** Sets {@link Interface#showProgress()}; full by default. */
		public Builder showProgress(ProgressDisplay showProgress) {
			this.showProgress = showProgress;
			return this;
		}

		/**
		 * Builds the interface.
		 * @return the interface
		 * @throws IllegalArgumentException when no example fits on a page, or the path of
		 * the page is none
		 */
		public Interface build() {
			return new Interface(this.endpoint, this.visible, this.title, this.description, this.article, this.tab,
					this.page, this.live, this.unified, this.examples, this.examplesDirectory, this.cacheExamples,
					this.examplesPerPage, this.additionalInputs, this.additionalInputsLabel, this.flagging,
					this.flaggingOptions, this.labels, this.showProgress);
		}

	}

}
