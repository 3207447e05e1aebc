/**
 * The rules that keep the rooms of the house apart.
 */
@NullMarked
package io.github.gradiospring.architecture;

import org.jspecify.annotations.NullMarked;
