package io.github.gradiospring.server.session;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.RemovalCause;
import com.github.benmanes.caffeine.cache.Ticker;
import io.github.gradiospring.protocol.message.ServerMessage;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Keeps the messages in the memory of this process. A channel leaves the memory when it
 * was read to its end, when it was closed, or when nobody has read or written it for a
 * while; a small mark stays for as long, so that a reader who comes back too late is not
 * taken for a stranger.
 */
public final class InMemoryEventLog implements EventLog {

	private final int bufferSize;

	private final int maxLogs;

	private final int maxChannels;

	private final Duration readerTimeout;

	private final Duration linger;

	private final Scheduler scheduler;

	private final Cache<String, Channel> channels;

	/** Channels that are over; the value says whether they were closed. */
	private final Cache<String, Boolean> past;

	/** Channels with nothing but results that nobody reads, oldest first. */
	private final Set<Channel> uncollected = new LinkedHashSet<>();

	private InMemoryEventLog(Builder settings) {
		this.bufferSize = settings.bufferSize;
		this.maxLogs = settings.maxLogs;
		this.maxChannels = settings.maxChannels;
		this.readerTimeout = settings.readerTimeout;
		this.linger = settings.linger;
		this.scheduler = settings.scheduler;
		this.channels = Caffeine.newBuilder()
			.ticker(settings.ticker)
			.scheduler(com.github.benmanes.caffeine.cache.Scheduler.systemScheduler())
			.executor(settings.scheduler::schedule)
			.expireAfter(new ChannelExpiry(settings.expiry.toNanos()))
			.removalListener(InMemoryEventLog::removed)
			.build();
		this.past = Caffeine.newBuilder()
			.ticker(settings.ticker)
			.executor(settings.scheduler::schedule)
			.maximumSize(settings.maxChannels)
			.expireAfterWrite(settings.expiry)
			.build();
	}

	/**
	 * Starts a log with defaults.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	@Override
	public Mono<Void> open(String channel, String eventId) {
		return Mono.fromRunnable(() -> {
			while (!openOrCreate(channel).open(eventId)) {
				// The channel ended just now and is about to leave the map
				Thread.onSpinWait();
			}
		});
	}

	private Channel openOrCreate(String name) {
		Channel channel = this.channels.getIfPresent(name);
		if (channel != null) {
			return channel;
		}
		makeRoom();
		return this.channels.get(name, (key) -> new Channel(key, this, this.bufferSize, this.maxLogs));
	}

	private void makeRoom() {
		if (this.channels.estimatedSize() < this.maxChannels) {
			return;
		}
		this.channels.cleanUp();
		while (this.channels.estimatedSize() >= this.maxChannels) {
			Channel oldest = oldestUncollected();
			if (oldest == null) {
				throw new TooManySessionsException(
						"Too many sessions. At most %d are open at a time.".formatted(this.maxChannels));
			}
			if (oldest.dropUncollected()) {
				this.channels.asMap().remove(oldest.name(), oldest);
			}
		}
	}

	@Override
	public Mono<Void> discard(String channel, String eventId) {
		return Mono.fromRunnable(() -> {
			Channel found = this.channels.getIfPresent(channel);
			if (found != null) {
				found.discard(eventId);
			}
		});
	}

	@Override
	public Mono<Void> append(String channel, ServerMessage message) {
		return Mono.defer(() -> {
			Channel found = this.channels.getIfPresent(channel);
			if (found != null) {
				return found.append(message);
			}
			boolean ended = Boolean.FALSE.equals(this.past.getIfPresent(channel));
			return ended ? Mono.empty() : Mono.error(new ChannelClosedException("The channel is closed"));
		});
	}

	@Override
	public Flux<List<ServerMessage>> read(String channel) {
		return Flux.defer(() -> {
			Channel found = this.channels.getIfPresent(channel);
			if (found != null) {
				return Flux
					.from((subscriber) -> new ChannelReader(found, Operators.toCoreSubscriber(subscriber)).start());
			}
			return (this.past.getIfPresent(channel) != null) ? Flux.empty()
					: Flux.error(new ChannelNotFoundException("There is no such session"));
		});
	}

	@Override
	public Mono<Void> close(String channel) {
		return Mono.fromRunnable(() -> {
			Channel found = this.channels.getIfPresent(channel);
			if (found != null) {
				this.past.put(channel, true);
				found.close(new ChannelClosedException("The channel was closed"));
				this.channels.asMap().remove(channel, found);
			}
		});
	}

	/**
	 * Counts the channels.
	 * @return how many channels have an open event or unread messages
	 */
	public int size() {
		this.channels.cleanUp();
		return (int) this.channels.estimatedSize();
	}

	void ended(Channel channel) {
		this.past.put(channel.name(), false);
		forget(channel);
	}

	void forget(Channel channel) {
		this.channels.asMap().remove(channel.name(), channel);
		awaited(channel);
	}

	/** Reading is what renews a channel. */
	void touch(Channel channel) {
		this.channels.getIfPresent(channel.name());
	}

	Disposable later(Runnable task) {
		return this.scheduler.schedule(task, this.readerTimeout.toMillis(), TimeUnit.MILLISECONDS);
	}

	boolean lingers() {
		return !this.linger.isZero();
	}

	Disposable linger(Runnable task) {
		return this.scheduler.schedule(task, this.linger.toMillis(), TimeUnit.MILLISECONDS);
	}

	void uncollected(Channel channel) {
		synchronized (this.uncollected) {
			this.uncollected.add(channel);
		}
	}

	void awaited(Channel channel) {
		synchronized (this.uncollected) {
			this.uncollected.remove(channel);
		}
	}

	private @Nullable Channel oldestUncollected() {
		synchronized (this.uncollected) {
			Iterator<Channel> channels = this.uncollected.iterator();
			if (!channels.hasNext()) {
				return null;
			}
			Channel oldest = channels.next();
			channels.remove();
			return oldest;
		}
	}

	private static void removed(@Nullable String name, @Nullable Channel channel, RemovalCause cause) {
		if (channel != null && cause.wasEvicted()) {
			channel.close(new ChannelClosedException("The session has expired"));
		}
	}

	/** A channel with a reader does not expire. */
	private record ChannelExpiry(long nanos) implements Expiry<String, Channel> {

		@Override
		public long expireAfterCreate(String name, Channel channel, long now) {
			return this.nanos;
		}

		@Override
		public long expireAfterUpdate(String name, Channel channel, long now, long current) {
			return this.nanos;
		}

		@Override
		public long expireAfterRead(String name, Channel channel, long now, long current) {
			return channel.hasReader() ? Long.MAX_VALUE : this.nanos;
		}

	}

	/** Builds an {@link InMemoryEventLog}. */
	public static final class Builder {

		private int bufferSize = 256;

		private int maxLogs = 256;

		private int maxChannels = 50_000;

		private Duration readerTimeout = Duration.ofSeconds(30);

		private Duration expiry = Duration.ofMinutes(10);

		private Ticker ticker = Ticker.systemTicker();

		private Duration linger = Duration.ofMillis(100);

		private Scheduler scheduler = Schedulers.parallel();

		private Builder() {
		}

		/** Sets how many results a channel holds unread before producers wait; 256. */
		public Builder bufferSize(int bufferSize) {
			this.bufferSize = bufferSize;
			return this;
		}

		/** Sets how many log messages a channel holds unread, the latest ones; 256. */
		public Builder maxLogs(int maxLogs) {
			this.maxLogs = maxLogs;
			return this;
		}

		/** Sets how many channels there are at most; 50,000. */
		public Builder maxChannels(int maxChannels) {
			this.maxChannels = maxChannels;
			return this;
		}

		/** Sets how long a producer waits while nothing is read; 30 seconds. */
		public Builder readerTimeout(Duration readerTimeout) {
			this.readerTimeout = readerTimeout;
			return this;
		}

		/** Sets how long a channel stays that is neither written nor read; 10 minutes. */
		public Builder expiry(Duration expiry) {
			this.expiry = expiry;
			return this;
		}

		/**
		 * Sets how long a channel of several events stays open for a next one when its
		 * reader has read everything; 100 milliseconds, zero for not at all.
		 */
		public Builder linger(Duration linger) {
			this.linger = linger;
			return this;
		}

		/** Sets the time source of expiry; the system's. */
		public Builder ticker(Ticker ticker) {
			this.ticker = ticker;
			return this;
		}

		/** Sets what runs timeouts; Reactor's parallel scheduler. */
		public Builder scheduler(Scheduler scheduler) {
			this.scheduler = scheduler;
			return this;
		}

		/**
		 * Builds the log.
		 * @return the log
		 */
		public InMemoryEventLog build() {
			return new InMemoryEventLog(this);
		}

	}

}
