/**
 * The official clients, unmodified, against the fixture app.
 */
@NullMarked
package io.github.gradiospring.interop;

import org.jspecify.annotations.NullMarked;
