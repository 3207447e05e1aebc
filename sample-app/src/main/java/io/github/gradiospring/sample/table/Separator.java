package io.github.gradiospring.sample.table;

import tools.jackson.databind.EnumNamingStrategies.LowerCamelCaseStrategy;
import tools.jackson.databind.annotation.EnumNaming;

/** What stands between two values of a row. */
@EnumNaming(LowerCamelCaseStrategy.class)
enum Separator {

	COMMA(','), SEMICOLON(';'), TAB('\t');

	private final char character;

	Separator(char character) {
		this.character = character;
	}

	char character() {
		return this.character;
	}

}
