/**
 * Auto-configuration of the routes, in reactive and in servlet applications.
 */
@NullMarked
package io.github.gradiospring.boot.autoconfigure.web;

import org.jspecify.annotations.NullMarked;
