/**
 * Keeps the documentation true.
 */
@NullMarked
package io.github.gradiospring.documentation;

import org.jspecify.annotations.NullMarked;
