/**
 * The edits that carry a changed value of a generator.
 */
@NullMarked
package io.github.gradiospring.protocol.diff;

import org.jspecify.annotations.NullMarked;
