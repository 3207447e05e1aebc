package io.github.gradiospring.interop.browser;

import java.nio.file.Path;
import java.util.regex.Pattern;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** A component of the page, found by the label that Gradio shows with it. */
final class Block {

	private static final Path DOWNLOADS = Path.of("target/downloads");

	/** Most components, those with a small tag in the corner, tables, check boxes. */
	private static final String LABELS = "[data-testid=block-info], [data-testid=block-label],"
			+ " .header-row .label p, .checkbox-container .label-text";

	private final Page page;

	private final Locator locator;

	Block(Page page, String label) {
		this.page = page;
		// a regular expression of JavaScript, which has no \Q and \E
		String quoted = label.replaceAll("[^\\w\\s]", "\\\\$0");
		Locator labelled = page.locator(LABELS)
			.filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + quoted + "\\s*$")));
		// an accordion is a block around blocks, and a label may have the class too
		this.locator = page.locator(".block:not(label)").filter(new Locator.FilterOptions().setHas(labelled)).last();
	}

	/** The whole component, for what is asked of one kind only. */
	Locator locator() {
		return this.locator;
	}

	/** Where one types a text or a number; of a slider, the number beside it. */
	Locator field() {
		return this.locator.locator("textarea, input:not([type=range]):not([type=file])").first();
	}

	/** Types a value and leaves the field. */
	void fill(String value) {
		field().fill(value);
		field().blur();
	}

	String value() {
		return field().inputValue();
	}

	/** Waits until the field shows a value. */
	void awaitValue(String value) {
		assertThat(field()).hasValue(value);
	}

	void awaitValue(Pattern value) {
		assertThat(field()).hasValue(value);
	}

	/** Waits until a text is somewhere in the component. */
	void awaitText(String text) {
		assertThat(this.locator).containsText(text);
	}

	/** Takes or leaves one of the choices that are all in sight. */
	void check(String choice, boolean checked) {
		this.locator.getByLabel(choice, new Locator.GetByLabelOptions().setExact(true)).setChecked(checked);
	}

	/** Takes one of the choices of a list that opens. */
	void choose(String choice) {
		field().click();
		this.page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(choice).setExact(true)).click();
	}

	/** Gives it a file and waits until it is on the server. */
	void upload(Path file) {
		Locator input = this.locator.locator("input[type=file]");
		this.page.waitForResponse((response) -> response.url().contains("/upload?"), () -> input.setInputFiles(file));
	}

	/**
	 * Clicks the first download link and waits for the file.
	 * @return the file, named as the browser would name it
	 */
	Path download() {
		Download download = this.page.waitForDownload(() -> this.locator.locator("a[download]").first().click());
		Path path = DOWNLOADS.resolve(download.suggestedFilename());
		download.saveAs(path);
		return path;
	}

	/**
	 * What is said over it while it waits for its value: the place in the queue, or the
	 * progress.
	 */
	Locator status() {
		return this.locator.locator("[data-testid=status-tracker] .progress-text");
	}

	/** The bar over it while the endpoint reports its progress. */
	Locator progressBar() {
		return this.locator.getByRole(AriaRole.PROGRESSBAR);
	}

	/** The picture in it. */
	Locator image() {
		return this.locator.locator("img");
	}

	/** The cells of the table in it, row after row. */
	Locator cells() {
		return this.locator.getByRole(AriaRole.GRIDCELL);
	}

}
