/**
 * Filters for an uploaded picture.
 */
@NullMarked
package io.github.gradiospring.sample.picture;

import org.jspecify.annotations.NullMarked;
