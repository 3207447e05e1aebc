/**
 * Sessions: their event logs, their state and their end.
 */
@NullMarked
package io.github.gradiospring.server.session;

import org.jspecify.annotations.NullMarked;
