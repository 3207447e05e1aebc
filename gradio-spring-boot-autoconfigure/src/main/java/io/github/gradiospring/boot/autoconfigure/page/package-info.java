/** Auto-configuration of what the pages show. */
@NullMarked
package io.github.gradiospring.boot.autoconfigure.page;

import org.jspecify.annotations.NullMarked;
