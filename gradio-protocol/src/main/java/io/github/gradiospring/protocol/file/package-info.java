/**
 * Files on the wire.
 */
@NullMarked
package io.github.gradiospring.protocol.file;

import org.jspecify.annotations.NullMarked;
