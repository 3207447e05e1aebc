package io.github.gradiospring.server.component;

import java.util.List;

import io.github.gradiospring.server.annotation.DownloadButton;
import io.github.gradiospring.server.annotation.UploadButton;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ResolvableType;

/**
 * Files with {@link DownloadButton} or {@link UploadButton}, the latter also in
 * collections and arrays.
 */
final class FileButtonKind implements ComponentKind {

	private static final String FALLBACK_NAME = "file.bin";

	@Override
	public @Nullable ComponentBinding bind(ValueDescriptor value) {
		UploadButton upload = value.annotation(UploadButton.class);
		if (upload != null) {
			return upload(value, upload);
		}
		DownloadButton download = value.annotation(DownloadButton.class);
		return (download != null) ? download(value, download) : null;
	}

	private static @Nullable ComponentBinding upload(ValueDescriptor value, UploadButton hint) {
		FileForm single = FileForm.of(value.type().toClass(), value.direction());
		ResolvableType element = (single == null) ? Elements.elementOf(value.type()) : null;
		FileForm form = (element != null) ? FileForm.of(element.toClass(), value.direction()) : single;
		if (!Hints.accept(value, form != null, FileForm.TYPES + ", or a list of these", UploadButton.class)
				|| form == null) {
			return null;
		}
		FileTypes types = new FileTypes(List.of(hint.types()));
		ComponentDescription.Builder button = ComponentDescription.builder("uploadbutton",
				(element != null) ? "uploadbuttons" : "uploadbutton");
		ComponentDescription component = style(button, value, hint.label(), hint.variant(), hint.size())
			.prop("file_types", types.names().isEmpty() ? null : types.names())
			.build();
		FileBinding file = new FileBinding(component, form, types, FALLBACK_NAME);
		return (element != null) ? new FileListBinding(file, Elements.of(value)) : file;
	}

	private static @Nullable ComponentBinding download(ValueDescriptor value, DownloadButton hint) {
		FileForm form = FileForm.of(value.type().toClass(), value.direction());
		if (!Hints.accept(value, form != null, FileForm.TYPES, DownloadButton.class) || form == null) {
			return null;
		}
		ComponentDescription.Builder button = ComponentDescription.builder("downloadbutton");
		ComponentDescription component = style(button, value, hint.label(), hint.variant(), hint.size()).build();
		return new FileBinding(component, form, FileTypes.ANY, FALLBACK_NAME);
	}

	private static ComponentDescription.Builder style(ComponentDescription.Builder button, ValueDescriptor value,
			String label, String variant, String size) {
		return button.label(label.isEmpty() ? value.label() : label).prop("variant", variant).prop("size", size);
	}

}
