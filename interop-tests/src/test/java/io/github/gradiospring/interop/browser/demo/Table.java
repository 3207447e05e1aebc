package io.github.gradiospring.interop.browser.demo;

import java.util.List;

import io.github.gradiospring.blocks.annotation.FlaggingMode;
import io.github.gradiospring.blocks.annotation.GradioInterface;
import io.github.gradiospring.server.annotation.Dataframe;
import io.github.gradiospring.server.annotation.GradioEndpoint;
import io.github.gradiospring.server.annotation.GradioOutput;
import io.github.gradiospring.server.annotation.GradioParam;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;

@Service
@Profile("dataframe")
class Table {

	@GradioEndpoint
	@GradioInterface(flagging = FlaggingMode.NEVER)
	@GradioOutput("sums")
	@Dataframe(datatype = "number")
	List<Sum> total(@GradioParam(defaultValue = "[[1, 2], [3, 4]]") @Dataframe(datatype = "number") List<Pair> table) {
		return table.stream().map((row) -> new Sum(row.a(), row.b(), row.a() + row.b())).toList();
	}

	record Pair(int a, int b) {
	}

	record Sum(int a, int b, int sum) {
	}

}
