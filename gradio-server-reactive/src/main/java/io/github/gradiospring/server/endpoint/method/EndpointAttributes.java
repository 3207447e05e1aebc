package io.github.gradiospring.server.endpoint.method;

import java.lang.annotation.Annotation;
import java.time.Duration;

import io.github.gradiospring.protocol.info.ApiVisibility;
import io.github.gradiospring.server.annotation.GradioCached;
import io.github.gradiospring.server.annotation.GradioEndpoint;
import io.github.gradiospring.server.endpoint.CachePolicy;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.format.datetime.standard.DurationFormatterUtils;
import org.springframework.util.StringUtils;
import org.springframework.util.StringValueResolver;

/**
 * What {@link GradioEndpoint} and {@link GradioCached} say of a method: an attribute of
 * the method, else that of its type, else the default.
 */
final class EndpointAttributes {

	private final BeanMethod method;

	private final StringValueResolver placeholders;

	private final MergedAnnotation<GradioEndpoint> onMethod;

	private final MergedAnnotation<GradioEndpoint> onType;

	private final @Nullable GradioCached cached;

	EndpointAttributes(BeanMethod method, @Nullable GradioEndpoint onMethod, @Nullable GradioEndpoint onType,
			@Nullable GradioCached cached, StringValueResolver placeholders) {
		this.method = method;
		this.placeholders = placeholders;
		this.onMethod = merged(onMethod);
		this.onType = merged(onType);
		this.cached = cached;
	}

	BeanMethod method() {
		return this.method;
	}

	/** The API name; the name on a type is that of a function bean, nothing else. */
	String name() {
		String onMethod = text("name", this.onMethod);
		String onType = text("name", this.onType);
		if (StringUtils.hasText(onType) && !this.method.function()) {
			throw this.method.invalid("All endpoints of its type would have the name '%s'.".formatted(onType),
					"Name the methods instead, with @GradioEndpoint on each of them.");
		}
		String name = StringUtils.hasText(onMethod) ? onMethod : onType;
		if (!StringUtils.hasText(name)) {
			return this.method.function() ? this.method.beanName() : this.method.method().getName();
		}
		String trimmed = StringUtils.trimLeadingCharacter(name.trim(), '/');
		if (!trimmed.matches("[\\p{L}\\p{N}_.-]+")) {
			throw this.method.invalid("The API name '%s' cannot be part of a URL.".formatted(name),
					"Use letters, digits, '_', '-' and '.' only.");
		}
		return trimmed;
	}

	String description() {
		return text("description");
	}

	ApiVisibility visibility() {
		return attribute("visibility", ApiVisibility.class);
	}

	boolean queue() {
		return attribute("queue", Boolean.class);
	}

	/** The declared limit, {@code -1} without. */
	int concurrencyLimit() {
		int limit = attribute("concurrencyLimit", Integer.class);
		if (limit < -1) {
			throw this.method.invalid("Its concurrencyLimit is %d.".formatted(limit),
					"Use a positive number, or GradioEndpoint.UNLIMITED.");
		}
		return limit;
	}

	String concurrencyId() {
		String id = text("concurrencyId");
		return StringUtils.hasText(id) ? id : name();
	}

	boolean batch() {
		return attribute("batch", Boolean.class);
	}

	int maxBatchSize() {
		int size = attribute("maxBatchSize", Integer.class);
		if (size < 1) {
			throw this.method.invalid("Its maxBatchSize is %d.".formatted(size), "Use a positive number.");
		}
		return size;
	}

	boolean chunkedInput() {
		return attribute("chunkedInput", Boolean.class);
	}

	@Nullable Duration timeLimit() {
		return duration("timeLimit", text("timeLimit"));
	}

	Duration streamEvery() {
		Duration interval = duration("streamEvery", text("streamEvery"));
		return (interval != null) ? interval : Duration.ofMillis(500);
	}

	@Nullable Duration estimatedDuration() {
		return duration("estimatedDuration", text("estimatedDuration"));
	}

	@Nullable CachePolicy cache() {
		GradioCached cached = this.cached;
		if (cached == null) {
			return null;
		}
		Duration timeToLive = duration("timeToLive", resolve(cached.timeToLive()));
		if (cached.maxSize() < 1 || timeToLive == null) {
			throw this.method.invalid("Its @GradioCached keeps nothing.", "Use a positive maxSize and a timeToLive.");
		}
		return new CachePolicy(cached.perSession(), cached.maxSize(), timeToLive);
	}

	/** Resolves the placeholders in a text. */
	String resolve(String text) {
		try {
			String resolved = this.placeholders.resolveStringValue(text);
			return (resolved != null) ? resolved : "";
		}
		catch (IllegalArgumentException ex) {
			throw this.method.invalid(ex.getMessage() + ".", "Define the property, or give the placeholder a default.",
					ex);
		}
	}

	private @Nullable Duration duration(String attribute, String text) {
		if (!StringUtils.hasText(text)) {
			return null;
		}
		try {
			Duration duration = DurationFormatterUtils.detectAndParse(text);
			if (duration.compareTo(Duration.ZERO) > 0) {
				return duration;
			}
		}
		catch (IllegalArgumentException ex) {
			// Told below
		}
		throw this.method.invalid("Its %s '%s' is no positive duration.".formatted(attribute, text),
				"Write it as '30s', '500ms' or 'PT30S'.");
	}

	private String text(String name) {
		return resolve(attribute(name, String.class));
	}

	private String text(String name, MergedAnnotation<GradioEndpoint> annotation) {
		return annotation.isPresent() ? resolve(annotation.getString(name)) : "";
	}

	private <T> T attribute(String name, Class<T> type) {
		MergedAnnotation<GradioEndpoint> source = (this.onType.isPresent()
				&& (!this.onMethod.isPresent() || this.onMethod.hasDefaultValue(name))) ? this.onType : this.onMethod;
		return source.getValue(name, type).orElseThrow();
	}

	private static <A extends Annotation> MergedAnnotation<A> merged(@Nullable A annotation) {
		return (annotation != null) ? MergedAnnotation.from(annotation) : MergedAnnotation.missing();
	}

}
