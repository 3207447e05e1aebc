package io.github.gradiospring.server.component;

import org.jspecify.annotations.Nullable;

/**
 * What is to know about a parameter. A map from names to these is shown in a ParamViewer.
 *
 * @param type the type
 * @param description the description, in Markdown
 * @param defaultValue the default, {@code null} without one
 */
public record ParamDoc(String type, String description, @Nullable String defaultValue) {

}
