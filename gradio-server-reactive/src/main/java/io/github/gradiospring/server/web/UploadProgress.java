package io.github.gradiospring.server.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * How far uploads are, for those who gave theirs an id. What was not read yet adds up, so
 * a slow reader costs nothing.
 */
final class UploadProgress {

	private static final int MAX_UPLOADS = 10_000;

	private static final Duration EXPIRY = Duration.ofMinutes(10);

	private final Cache<String, Upload> uploads = Caffeine.newBuilder()
		.maximumSize(MAX_UPLOADS)
		.expireAfterAccess(EXPIRY)
		.build();

	/** Starts an upload, or goes on with the one of this id. */
	Upload start(String uploadId) {
		Upload upload = this.uploads.get(uploadId, (id) -> new Upload());
		upload.started.tryEmitEmpty();
		return upload;
	}

	/**
	 * Waits for an upload to start.
	 * @param uploadId the id, maybe of an upload that is still on its way
	 * @param patience how long to wait
	 * @return the upload, or empty when there is none
	 */
	Mono<Upload> await(String uploadId, Duration patience) {
		return Mono.defer(() -> {
			Upload upload = this.uploads.get(uploadId, (id) -> new Upload());
			return upload.started.asMono()
				.thenReturn(upload)
				.timeout(patience, Mono.fromRunnable(() -> this.uploads.asMap().remove(uploadId, upload)));
		});
	}

	/** One upload, of one or more files. */
	static final class Upload {

		private final Sinks.Empty<Void> started = Sinks.empty();

		private final Sinks.Many<Boolean> news = Sinks.many().multicast().directBestEffort();

		private final Map<String, Long> unread = new LinkedHashMap<>();

		private boolean done;

		void received(String filename, int bytes) {
			synchronized (this.unread) {
				this.unread.merge(filename, (long) bytes, Long::sum);
			}
			this.news.emitNext(true, Sinks.EmitFailureHandler.busyLooping(Duration.ofSeconds(1)));
		}

		void done() {
			synchronized (this.unread) {
				this.done = true;
			}
			this.news.emitComplete(Sinks.EmitFailureHandler.busyLooping(Duration.ofSeconds(1)));
		}

		/**
		 * Follows the upload.
		 * @return what was received since the element before; completes after
		 * {@link Update#DONE}. An upload that is over has no other element
		 */
		Flux<List<Update>> follow() {
			return Flux.defer(() -> isDone() ? Flux.just(List.of(Update.DONE))
					: this.news.asFlux()
						.startWith(true)
						.onBackpressureLatest()
						.concatMap((signal) -> Mono.fromSupplier(this::takeUnread), 1)
						.concatWith(Mono.fromSupplier(this::takeUnread))
						.filter((updates) -> !updates.isEmpty())
						.concatWith(Mono.just(List.of(Update.DONE))));
		}

		private boolean isDone() {
			synchronized (this.unread) {
				return this.done;
			}
		}

		private List<Update> takeUnread() {
			synchronized (this.unread) {
				List<Update> updates = new ArrayList<>(this.unread.size());
				this.unread.forEach((name, bytes) -> updates.add(new Update("update", name, bytes)));
				this.unread.clear();
				return updates;
			}
		}

	}

	/**
	 * A message to who follows an upload.
	 *
	 * @param msg {@code update} or {@code done}
	 * @param origName the file
	 * @param chunkSize how many bytes came
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Update(String msg, @JsonProperty("orig_name") @Nullable String origName,
			@JsonProperty("chunk_size") @Nullable Long chunkSize) {

		static final Update DONE = new Update("done", null, null);

	}

}
