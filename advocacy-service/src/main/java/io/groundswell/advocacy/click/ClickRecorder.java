package io.groundswell.advocacy.click;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.groundswell.advocacy.link.Link;
import io.groundswell.advocacy.link.LinkVisits;
import io.groundswell.kit.id.Uuid7;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;

/** Writes each visit of a link down while the visitor is being answered. */
@ApplicationScoped
class ClickRecorder implements LinkVisits {
    static final int OPENS = 100;
    private static final Logger LOG = Logger.getLogger(ClickRecorder.class);

    private final Optional<String> directory;
    private final boolean exitsAtOnce;
    private final Visitors visitors;
    private final Clock clock;
    private final Counter lost;
    private volatile @Nullable ClickJournal journal;
    private volatile boolean refused;

    ClickRecorder(@ConfigProperty(name = "groundswell.click-journal-dir") Optional<String> directory,
            @ConfigProperty(name = "quarkus.init-and-exit", defaultValue = "false") boolean exitsAtOnce, Visitors visitors,
            Clock clock, MeterRegistry meters) {
        this.directory = directory;
        this.exitsAtOnce = exitsAtOnce;
        this.visitors = visitors;
        this.clock = clock;
        this.lost = Counter.builder("groundswell.clicks.lost").description("Clicks that could not be written to the journal")
                .register(meters);
    }

    /** Refuses to start without a journal: a service that answers and forgets would look healthy. */
    void open(@Observes @Priority(OPENS) StartupEvent event) {
        if (exitsAtOnce) {
            return;
        }
        try {
            journal = ClickJournal.open(Path.of(directory.orElseThrow(() -> new IllegalStateException(
                    "GROUNDSWELL_CLICK_JOURNAL_DIR is not set; it names a directory of this process that outlives it"))));
        } catch (IOException e) {
            throw new UncheckedIOException("The click journal cannot be opened: " + e.getMessage(), e);
        }
    }

    void close(@Observes @Priority(ClickFlush.STOPS + 100) ShutdownEvent event) throws IOException {
        ClickJournal open = journal;
        if (open != null) {
            open.close();
        }
    }

    /** Returns the journal, or null in a process that only migrates the database. */
    @Nullable
    ClickJournal journal() {
        return journal;
    }

    @Override
    public void visited(Link link, HttpServerRequest request) {
        ClickJournal open = journal;
        if (open == null) {
            return;
        }
        try {
            open.append(click(link, request));
            refused = false;
        } catch (IOException e) {
            lost.increment();
            if (!refused) {
                refused = true;
                LOG.errorf("Clicks are lost until the journal can be written again: %s", e);
            }
        }
    }

    private Click click(Link link, HttpServerRequest request) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String told = request.getHeader(HttpHeaders.USER_AGENT);
        String userAgent = told == null ? "" : told;
        SocketAddress peer = request.remoteAddress();
        String address = peer == null || peer.hostAddress() == null ? "" : peer.hostAddress();
        UUID visitor = visitors.visitor(link.shareId(), address, userAgent, at);
        return new Click(Uuid7.next(), link.workspace().key(), link.shareId(), visitor, at, userAgent);
    }
}
