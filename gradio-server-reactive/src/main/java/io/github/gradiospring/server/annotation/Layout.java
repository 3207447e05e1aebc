package io.github.gradiospring.server.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which kind of layout an {@link io.github.gradiospring.server.component.Update
 * Update&lt;Void&gt;} changes. Callers of the API do not see such an output.
 */
@Target({ ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ComponentHint
public @interface Layout {

	/**
	 * The kind of layout.
	 * @return the kind
	 */
	Type value();

	/** Kinds of layouts. */
	enum Type {

		/** Side by side. */
		ROW,
		/** One below the other. */
		COLUMN,
		/** Without space between. */
		GROUP,
		/** A part that users open and close. */
		ACCORDION,
		/** A part beside the page. */
		SIDEBAR

	}

}
