/**
 * Declarative clients: annotated interfaces that become clients of an app, and their
 * registration as beans.
 */
@NullMarked
package io.github.gradiospring.client.exchange;

import org.jspecify.annotations.NullMarked;
