/**
 * Auto-configuration of the actuator endpoint.
 */
@NullMarked
package io.github.gradiospring.boot.autoconfigure.actuate;

import org.jspecify.annotations.NullMarked;
