package io.github.gradiospring.sample.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.github.gradiospring.sample.table.TableDescriber.Description;
import io.github.gradiospring.server.endpoint.GradioException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

class TableDescriberTests {

	@TempDir
	Path folder;

	@Test
	void describesEachColumn() throws IOException {
		Description description = describe("""
				city,people,note,empty
				"Bonn, old town",30,b,
				Kiel,25.5,a,
				Ulm,,b,
				Jena,10,a
				""", Separator.COMMA);
		assertThat(description.columns()).containsExactly(
				new ColumnStatistics("city", "text", 4, 0, 4, "Bonn, old town", null, null, null, null),
				new ColumnStatistics("people", "numbers", 3, 1, 3, "10", 10.0, 25.5, 21.8333, 30.0),
				new ColumnStatistics("note", "text", 4, 0, 2, "a", null, null, null, null),
				new ColumnStatistics("empty", "empty", 0, 4, 0, "", null, null, null, null));
		assertThat(description.kinds()).containsOnly(entry("text", 0.5), entry("numbers", 0.25), entry("empty", 0.25));
	}

	@Test
	void theMedianOfAnEvenNumberIsBetweenTheTwoInTheMiddle() throws IOException {
		Description description = describe("x;y\n4;1\n1;1\n3;1\n100;1\n", Separator.SEMICOLON);
		assertThat(description.columns().get(0).median()).isEqualTo(3.5);
	}

	@Test
	void refusesATableWithoutRows() {
		assertThatExceptionOfType(GradioException.class).isThrownBy(() -> describe("a,b\n", Separator.COMMA))
			.withMessage("The table has no rows.");
	}

	@Test
	void refusesWhatIsNoTable() {
		assertThatExceptionOfType(GradioException.class).isThrownBy(() -> describe("a,b\n1,2,3,4\n", Separator.COMMA))
			.withMessageStartingWith("Not a table: ");
	}

	private Description describe(String csv, Separator separator) throws IOException {
		Path file = Files.writeString(this.folder.resolve("table.csv"), csv);
		return new TableDescriber().describe(file, separator);
	}

}
