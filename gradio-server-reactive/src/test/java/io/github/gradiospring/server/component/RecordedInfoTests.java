package io.github.gradiospring.server.component;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.github.gradiospring.protocol.file.FileData;
import io.github.gradiospring.protocol.info.PythonType;
import io.github.gradiospring.server.annotation.BrowserState;
import io.github.gradiospring.server.annotation.CheckboxGroup;
import io.github.gradiospring.server.annotation.Code;
import io.github.gradiospring.server.annotation.ColorPicker;
import io.github.gradiospring.server.annotation.Dataframe;
import io.github.gradiospring.server.annotation.DownloadButton;
import io.github.gradiospring.server.annotation.Dropdown;
import io.github.gradiospring.server.annotation.FileExplorer;
import io.github.gradiospring.server.annotation.GradioParam;
import io.github.gradiospring.server.annotation.Html;
import io.github.gradiospring.server.annotation.Image;
import io.github.gradiospring.server.annotation.ImageEditor;
import io.github.gradiospring.server.annotation.Label;
import io.github.gradiospring.server.annotation.Markdown;
import io.github.gradiospring.server.annotation.Model3d;
import io.github.gradiospring.server.annotation.NativePlot;
import io.github.gradiospring.server.annotation.NumberBox;
import io.github.gradiospring.server.annotation.Radio;
import io.github.gradiospring.server.annotation.Slider;
import io.github.gradiospring.server.annotation.Timer;
import io.github.gradiospring.server.annotation.UploadButton;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.StringUtils;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each kind describes its component as Gradio does in the recorded {@code /info}.
 */
class RecordedInfoTests {

	@ParameterizedTest
	@MethodSource("endpoints")
	void parametersAreAsRecorded(Method method) {
		JsonNode recorded = Recordings.endpoint(method.getName()).path("parameters");
		assertThat(recorded).hasSize(method.getParameterCount());
		for (int i = 0; i < method.getParameterCount(); i++) {
			GradioParam param = method.getParameters()[i].getAnnotation(GradioParam.class);
			ComponentDescription component = Declared.KINDS
				.bind(Declared.input(method, i, false, (param != null) ? param.defaultValue() : null))
				.component();
			JsonNode expected = recorded.get(i);
			assertThat(component.inputSchema()).isEqualTo(expected.path("type"));
			assertThat(component.pythonInputType()).isEqualTo(pythonType(expected));
			assertThat(name(component)).isEqualTo(expected.path("component").stringValue());
			assertThat(component.exampleInput()).isEqualTo(expected.path("example_input"));
			JsonNode initial = component.props().get("value");
			assertThat(initial != null).isEqualTo(expected.path("parameter_has_default").booleanValue());
			if (initial != null) {
				assertThat(initial).isEqualTo(expected.path("parameter_default"));
			}
		}
	}

	@ParameterizedTest
	@MethodSource("endpoints")
	void returnsAreAsRecorded(Method method) {
		JsonNode recorded = Recordings.endpoint(method.getName()).path("returns");
		Class<?> type = method.getReturnType();
		List<ValueDescriptor> outputs = (type.getEnclosingClass() == Outputs.class)
				? Arrays.stream(type.getRecordComponents()).map(Declared::output).toList()
				: List.of(Declared.output(method.getDeclaringClass(), method.getName()));
		assertThat(recorded).hasSize(outputs.size());
		for (int i = 0; i < outputs.size(); i++) {
			ComponentDescription component = Declared.KINDS.bind(outputs.get(i)).component();
			JsonNode expected = recorded.get(i);
			assertThat(component.outputSchema()).isEqualTo(expected.path("type"));
			assertThat(component.pythonOutputType()).isEqualTo(pythonType(expected));
			assertThat(name(component)).isEqualTo(expected.path("component").stringValue());
		}
	}

	private static String name(ComponentDescription component) {
		return StringUtils.capitalize(component.props().get("name").stringValue());
	}

	private static PythonType pythonType(JsonNode info) {
		return new PythonType(info.path("python_type").path("type").stringValue(),
				info.path("python_type").path("description").asStringOpt().orElse(null));
	}

	static Stream<Method> endpoints() {
		return Stream.of(Endpoints.class, Components.class).flatMap((type) -> Arrays.stream(type.getDeclaredMethods()));
	}

	interface Endpoints {

		double calculator(double num1, @Radio({ "add", "subtract", "multiply", "divide" }) String operation,
				double num2);

		String greet(String name, String punctuation);

		double bounded(@NumberBox(minimum = 0, maximum = 10) double n);

		Outputs.Chat stateful_chatbot(String message, List<ChatMessage> chatHistory);

		Map<String, Object> stream_json();

		@Dataframe(headers = { "c1", "c2" })
		List<List<Object>> stream_table();

		@Label
		Map<String, Double> classify(String text);

		Object all_types(@GradioParam(defaultValue = "dflt") String text,
				@GradioParam(defaultValue = "1.5") double number,
				@GradioParam(defaultValue = "4") @Slider(minimum = 0, maximum = 10, step = 2) double slider,
				@GradioParam(defaultValue = "true") boolean flag,
				@GradioParam(defaultValue = "a") @Radio({ "a", "b" }) String radio,
				@GradioParam(defaultValue = "y") @Dropdown({ "x", "y", "z" }) String dropdown,
				@GradioParam(defaultValue = "x") @Dropdown({ "x", "y", "z" }) Set<String> multi,
				@GradioParam(defaultValue = "[\"p\"]") @CheckboxGroup({ "p", "q" }) List<String> group,
				@GradioParam(defaultValue = "#ff0000") @ColorPicker String color,
				@GradioParam(defaultValue = "{\"k\":1}") Map<String, Object> json,
				@GradioParam(defaultValue = "[[\"r\",1]]") @Dataframe(headers = { "c1", "c2" },
						datatype = { "str", "number" }) Object[][] table,
				@GradioParam(defaultValue = "print(1)") @Code(language = "python") String code);

		Outputs.All all_outputs();

		Outputs.Files file_io(List<Path> files, FileData file);

		Path make_file(String text);

		@Image
		FileData image_echo(@Image Path image);

	}

	interface Components {

		List<GalleryItem<Path>> gallery(List<GalleryItem<FileData>> value);

		MultimodalValue<Path> multimodal_textbox(MultimodalValue<FileData> value);

		EditorValue<Path> image_editor(EditorValue<FileData> value);

		@ImageEditor(mode = ImageEditor.Mode.SKETCHPAD)
		Path sketchpad(@ImageEditor(mode = ImageEditor.Mode.SKETCHPAD) Path value);

		@ImageEditor(mode = ImageEditor.Mode.PAINT)
		Path paint(@ImageEditor(mode = ImageEditor.Mode.PAINT) Path value);

		PlotData plot(PlotData value);

		@DownloadButton
		Path download_button(@DownloadButton Path value);

		@UploadButton
		Path upload_button(@UploadButton Path value);

		@UploadButton
		List<Path> upload_buttons(@UploadButton List<Path> value);

		AnnotatedImage<Path> annotated_image(AnnotatedImage<FileData> value);

		@Model3d
		Path model3d(@Model3d Path value);

		@NativePlot(mark = NativePlot.Mark.BAR, x = "a", y = "b")
		List<Row> bar_plot(@NativePlot(mark = NativePlot.Mark.BAR, x = "a", y = "b") List<Row> value);

		@NativePlot(mark = NativePlot.Mark.LINE, x = "a", y = "b")
		List<Row> line_plot(@NativePlot(mark = NativePlot.Mark.LINE, x = "a", y = "b") List<Row> value);

		@NativePlot(mark = NativePlot.Mark.SCATTER, x = "a", y = "b")
		List<Row> scatter_plot(@NativePlot(mark = NativePlot.Mark.SCATTER, x = "a", y = "b") List<Row> value);

		ImagePair<Path> image_slider(ImagePair<FileData> value);

		@FileExplorer(root = ".")
		List<Path> file_explorer(@FileExplorer(root = ".") List<Path> value);

		@Timer
		double timer(@Timer double value);

		@BrowserState
		String browser_state(@BrowserState String value);

		Map<String, ParamDoc> param_viewer(Map<String, ParamDoc> value);

		List<DialogueLine> dialogue(List<DialogueLine> value);

		record Row(int a, int b) {

		}

	}

	interface Outputs {

		record All(String text, double number, boolean flag, Map<String, Object> json, LabelScores label,
				List<HighlightedSpan> highlighted, @Html String html, @Markdown String markdown,
				@Code(language = "json") String code, List<List<Object>> table, @CheckboxGroup( {
						"p", "q" }) List<String> group){

		}

		record Chat(String message, List<ChatMessage> chatbot) {

		}

		record Files(List<byte[]> out_files, org.springframework.core.io.Resource out_file) {

		}

	}

}
