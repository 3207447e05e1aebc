/** What users write on their methods to shape a page. */
@NullMarked
package io.github.gradiospring.blocks.annotation;

import org.jspecify.annotations.NullMarked;
