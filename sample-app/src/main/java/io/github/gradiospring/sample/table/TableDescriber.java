package io.github.gradiospring.sample.table;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.gradiospring.blocks.annotation.GradioInterface;
import io.github.gradiospring.server.annotation.Dataframe;
import io.github.gradiospring.server.annotation.FileUpload;
import io.github.gradiospring.server.annotation.GradioEndpoint;
import io.github.gradiospring.server.annotation.GradioOutput;
import io.github.gradiospring.server.annotation.GradioParam;
import io.github.gradiospring.server.annotation.Label;

import org.springframework.stereotype.Service;

/** Describes the columns of an uploaded table. */
@Service
class TableDescriber {

	@GradioEndpoint(description = "Describes the columns of a CSV file whose first row names them.",
			concurrencyLimit = 2)
	@GradioInterface(tab = "Tables")
	Description describe(@FileUpload(types = ".csv") Path table,
			@GradioParam(defaultValue = "comma") Separator separator) {
		List<ColumnStatistics> columns = Table.read(table, separator)
			.columns()
			.entrySet()
			.stream()
			.map((column) -> ColumnStatistics.of(column.getKey(), column.getValue()))
			.toList();
		return new Description(columns, shares(columns));
	}

	/** Which share of the columns is of which kind. */
	private static Map<String, Double> shares(List<ColumnStatistics> columns) {
		return columns.stream()
			.collect(Collectors.groupingBy(ColumnStatistics::kind,
					Collectors.summingDouble((column) -> 1.0 / columns.size())));
	}

	record Description(@Dataframe List<ColumnStatistics> columns, @Label Map<String, Double> kinds) {

	}

}
