/**
 * What an app says of itself: its endpoints, read from <code>/config</code> and
 * <code>/info</code>.
 */
@NullMarked
package io.github.gradiospring.client.app;

import org.jspecify.annotations.NullMarked;
