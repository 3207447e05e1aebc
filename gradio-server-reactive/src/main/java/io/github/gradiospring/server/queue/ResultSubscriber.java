package io.github.gradiospring.server.queue;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.util.context.Context;
import tools.jackson.databind.JsonNode;

/**
 * Takes the results of an execution one at a time: the next one is asked for when there
 * is room for it.
 */
final class ResultSubscriber extends BaseSubscriber<List<List<JsonNode>>> {

	private final Results results;

	private final Scheduler scheduler;

	private final Context context;

	private final Gate gate = new Gate();

	private @Nullable Thread emitting;

	ResultSubscriber(Results results, Scheduler scheduler, Context context) {
		this.results = results;
		this.scheduler = scheduler;
		this.context = context;
	}

	@Override
	public Context currentContext() {
		return this.context;
	}

	@Override
	protected void hookOnSubscribe(Subscription subscription) {
		request(1);
	}

	@Override
	protected void hookOnNext(List<List<JsonNode>> rows) {
		this.emitting = Thread.currentThread();
		this.results.next(rows).subscribe(this.gate);
		this.emitting = null;
	}

	@Override
	protected void hookOnComplete() {
		this.results.complete();
	}

	@Override
	protected void hookOnError(Throwable error) {
		this.results.fail(error);
	}

	/** What becomes of the results. */
	interface Results {

		/**
		 * Takes a result, with one row per event.
		 * @return completes when there is room for the next one
		 */
		Mono<Void> next(List<List<JsonNode>> rows);

		/** There are no further results. */
		void complete();

		/** There are no further results, as something went wrong. */
		void fail(Throwable error);

	}

	private final class Gate implements CoreSubscriber<Void> {

		@Override
		public void onSubscribe(Subscription subscription) {
			subscription.request(Long.MAX_VALUE);
		}

		@Override
		public void onNext(Void none) {
		}

		@Override
		public void onComplete() {
			if (Thread.currentThread() == ResultSubscriber.this.emitting) {
				request(1);
			}
			else {
				// Never go on producing on the thread of the one who reads
				ResultSubscriber.this.scheduler.schedule(() -> request(1));
			}
		}

		@Override
		public void onError(Throwable error) {
			cancel();
			ResultSubscriber.this.results.fail(error);
		}

	}

}
