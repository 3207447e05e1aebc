package io.github.gradiospring.blocks.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Shapes the interface that a page shows for an endpoint. Without it an interface has the
 * inputs on the left, the outputs on the right, and buttons to submit, clear and flag.
 */
@Target({ ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface GradioInterface {

	/**
	 * Whether the page shows the endpoint at all.
	 * @return whether there is an interface
	 */
	boolean visible() default true;

	/**
	 * The heading.
	 * @return the title, empty for none
	 */
	String title() default "";

	/**
	 * What stands below the heading, in Markdown; that of the endpoint by default.
	 * @return the description
	 */
	String description() default "";

	/**
	 * What stands below the interface, in Markdown.
	 * @return the article, empty for none
	 */
	String article() default "";

	/**
	 * The name of its tab when there are several; the title or else the endpoint's name
	 * by default.
	 * @return the name
	 */
	String tab() default "";

	/**
	 * The path of the page that it is on, below that of the application, such as
	 * {@code tools}. Pages have a navigation bar when there are several.
	 * @return the path, empty for the first page
	 */
	String page() default "";

	/**
	 * Whether the endpoint is called whenever an input changes, instead of by a button.
	 * @return whether it is live
	 */
	boolean live() default false;

	/**
	 * Whether each output is shown in the input of the same position, as for text that
	 * the endpoint continues.
	 * @return whether inputs and outputs are the same
	 */
	boolean unified() default false;

	/**
	 * Inputs to choose from.
	 * @return the examples
	 */
	GradioExample[] examples() default {};

	/**
	 * A folder with further inputs to choose from, such as {@code classpath:examples/} or
	 * {@code file:examples/}. Its {@code log.csv} has a row for each example below a line
	 * of labels, with the values in the order of the inputs; columns beyond them are left
	 * out. Files are named by their place in the folder. Without a {@code log.csv} there
	 * must be one input, and each file is an example.
	 * @return the location as Spring resolves it, empty for none
	 */
	String examplesDirectory() default "";

	/**
	 * Whether the results of examples are kept and shown when one is chosen. They are the
	 * same for everybody who sees the page, so the endpoint must not depend on who calls
	 * it; an endpoint with state cannot have them.
	 * @return when examples are run
	 */
	ExampleCache cacheExamples() default ExampleCache.NONE;

	/**
	 * How many examples are shown at a time.
	 * @return the number
	 */
	int examplesPerPage() default 10;

	/**
	 * The names of the inputs that are in a part which users open first.
	 * @return the names of the parameters
	 */
	String[] additionalInputs() default {};

	/**
	 * The heading of that part.
	 * @return the heading
	 */
	String additionalInputsLabel() default "Additional Inputs";

	/**
	 * Whether users can flag a result for others to look at.
	 * @return when results are flagged
	 */
	FlaggingMode flagging() default FlaggingMode.MANUAL;

	/**
	 * Reasons to flag a result; there is a button for each.
	 * @return the reasons, none for one button without a reason
	 */
	String[] flaggingOptions() default {};

	/**
	 * The text of the button that submits.
	 * @return the text
	 */
	String submitLabel() default "Submit";

	/**
	 * The text of the button that stops a stream.
	 * @return the text
	 */
	String stopLabel() default "Stop";

	/**
	 * The text of the button that clears.
	 * @return the text, empty for no button
	 */
	String clearLabel() default "Clear";

	/**
	 * How the page shows that the endpoint works.
	 * @return the display
	 */
	ProgressDisplay showProgress() default ProgressDisplay.FULL;

}
