/**
 * Statistics of an uploaded table.
 */
@NullMarked
package io.github.gradiospring.sample.table;

import org.jspecify.annotations.NullMarked;
