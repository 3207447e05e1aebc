package io.github.gradiospring.blocks.theme;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class FontTests {

	@Test
	void aGoogleFontThatTheFrontendBringsIsLocal() {
		assertThat(Font.google("Source Sans 3")).isEqualTo(Font.local("Source Sans 3", 400, 600));
		assertThat(Font.google("Source Sans 3").stylesheet()).isNull();
	}

	@Test
	void aGoogleFontOfWhichAWeightIsMissingIsGooglesAlone() {
		Font font = Font.google("Source Sans 3", 400, 700);
		assertThat(font.stylesheet())
			.isEqualTo("https://fonts.googleapis.com/css2?family=Source+Sans+3:wght@400;700&display=swap");
		assertThat(font.faces()).isNull();
	}

	@Test
	void genericFamiliesAreNotQuoted() {
		assertThat(Font.named("cursive").family()).isEqualTo("cursive");
		assertThat(Font.named("Inter").family()).isEqualTo("'Inter'");
		assertThat(Font.system("Noto Sans").family()).isEqualTo("Noto Sans");
	}

	@Test
	void aFontOfAnotherOriginBringsItsOwnStyles() {
		Theme theme = Theme.base().withFont(new CompanyFont(), Font.system("serif"));
		assertThat(theme.css()).startsWith("@font-face { font-family: Company; }\n\n@font-face {")
			.contains("--font: Company, serif;");
		assertThat(theme.stylesheets()).containsExactly("fonts/company.css");
	}

	@Test
	void aStackNeedsAFont() {
		assertThatIllegalArgumentException().isThrownBy(() -> Theme.base().withFont());
		assertThatIllegalArgumentException().isThrownBy(() -> Theme.base().withFontMono());
	}

	private static final class CompanyFont implements Font {

		@Override
		public String family() {
			return "Company";
		}

		@Override
		public String stylesheet() {
			return "fonts/company.css";
		}

		@Override
		public String faces() {
			return "@font-face { font-family: Company; }";
		}

	}

}
