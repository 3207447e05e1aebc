/**
 * The messages of a session's event stream.
 */
@NullMarked
package io.github.gradiospring.protocol.message;

import org.jspecify.annotations.NullMarked;
