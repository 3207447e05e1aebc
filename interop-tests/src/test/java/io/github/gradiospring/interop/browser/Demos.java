package io.github.gradiospring.interop.browser;

import java.util.Locale;

/**
 * Somebody who serves the demos: the apps of Gradio's guides, the same ones from
 * everybody.
 */
interface Demos {

	/**
	 * Who it is, as the folder of its screenshots is named.
	 * @return a short name
	 */
	String name();

	/**
	 * Where a demo is served; started when first asked for. The test is skipped, or fails
	 * where nothing may be skipped, when the demos cannot be had here.
	 * @param demo the demo
	 * @return the URL of its page
	 */
	String url(Demo demo);

	/**
	 * What visitors have flagged so far.
	 * @param demo a demo that flags
	 * @return lines of CSV in a form of its own, empty when there are none
	 */
	String flagged(Demo demo);

	/** The demos; what each is made of says {@code src/test/python/demos}. */
	enum Demo {

		/** A text and a slider, one text. */
		HELLO,
		/** Several inputs and outputs. */
		TWO,
		/** A picture. */
		SEPIA,
		/** Examples, title, description, article. */
		EXAMPLES,
		/** Additional inputs in an accordion. */
		ADDITIONAL,
		/** Flagged by the visitor, with options. */
		FLAG_MANUAL,
		/** Flagged always. */
		FLAG_AUTO,
		/** Runs at each change. */
		LIVE,
		/** The kind with inputs and outputs. */
		STANDARD,
		/** The kind without inputs. */
		OUTPUT_ONLY,
		/** The kind without outputs. */
		INPUT_ONLY,
		/** The kind whose output is its input. */
		UNIFIED,
		/** A camera, frame after frame. */
		STREAM,
		/** Takes half a second for each step. */
		PROGRESS,
		/** A value that grows. */
		GENERATOR,
		/** Fails with what it is given. */
		ERROR,
		/** Says what it is given in two toasts. */
		TOASTS,
		/** Radio, check boxes, dropdown. */
		CHOICES,
		/** A classifier's result. */
		LABELS,
		/** A file and another one. */
		FILE,
		/** A table and another one. */
		DATAFRAME,
		/** A conversation as a result. */
		CHATBOT;

		/**
		 * Its name outside of Java.
		 * @return the name in lower case
		 */
		String id() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
