package io.github.gradiospring.server.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets the user choose files of the server below a folder. The value is a {@code Path},
 * or a list or an array of them. Nothing outside of the folder can be chosen, also not by
 * way of a symbolic link.
 */
@Target({ ElementType.PARAMETER, ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ComponentHint
public @interface FileExplorer {

	/**
	 * The folder whose files can be chosen; all who can call the endpoint see their
	 * names.
	 * @return the folder, absolute or from where the application was started
	 */
	String root();

	/**
	 * The files that can be chosen, as an Ant pattern below the folder: {@code ?} is one
	 * character, {@code *} any within a name, {@code **} any folders.
	 * @return the pattern
	 */
	String glob() default "**/*";

	/**
	 * The files and folders that are left out, as an Ant pattern below the folder.
	 * @return the pattern, empty for none
	 */
	String ignoreGlob() default "";

	/**
	 * The height in pixels.
	 * @return the height, 0 for that of the content
	 */
	int height() default 0;

}
