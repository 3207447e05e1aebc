/**
 * The one stream of a session, on which the messages of all its jobs come.
 */
@NullMarked
package io.github.gradiospring.client.session;

import org.jspecify.annotations.NullMarked;
