/**
 * The bodies that callers post.
 */
@NullMarked
package io.github.gradiospring.protocol.request;

import org.jspecify.annotations.NullMarked;
