package io.github.gradiospring.server.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Shows a file as a 3D model: {@code .obj}, {@code .glb}, {@code .gltf}, {@code .stl},
 * {@code .splat} or {@code .ply}.
 */
@Target({ ElementType.PARAMETER, ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ComponentHint
public @interface Model3d {

	/**
	 * How the model is drawn: {@code solid}, {@code point_cloud} or {@code wireframe}.
	 * @return the mode, empty for that of the file
	 */
	String displayMode() default "";

	/**
	 * The height in pixels.
	 * @return the height, 0 for that of the frontend
	 */
	int height() default 0;

	/**
	 * How fast the wheel zooms.
	 * @return the speed, 1 for the usual one
	 */
	double zoomSpeed() default 1;

	/**
	 * How fast the view moves.
	 * @return the speed, 1 for the usual one
	 */
	double panSpeed() default 1;

}
