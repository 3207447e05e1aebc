package io.github.gradiospring.blocks.theme;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SizeTests {

	@Test
	void theScalesOfOneNameDifferByKind() {
		assertThat(Size.spacing("md").xxl()).isEqualTo("16px");
		assertThat(Size.radius("md").xxl()).isEqualTo("22px");
		assertThat(Size.text("md").xxl()).isEqualTo("26px");
	}

	@Test
	void anUnknownNameIsAnsweredWithTheKnownOnes() {
		assertThatIllegalArgumentException().isThrownBy(() -> Size.radius("round"))
			.withMessage("No radius size 'round', only none, sm, md, lg, xxl");
		assertThatIllegalArgumentException().isThrownBy(() -> Theme.base().withSpacing("none"))
			.withMessage("No spacing size 'none', only sm, md, lg");
	}

}
