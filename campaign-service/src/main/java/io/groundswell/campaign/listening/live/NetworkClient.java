package io.groundswell.campaign.listening.live;

import io.vertx.core.Future;

/** Connects to one kind of server. */
interface NetworkClient {
    /** Opens a stream that begins where the settings say that listening stands. Fails when it cannot be opened. */
    Future<OpenStream> open(ConnectorSettings settings, StreamSink sink);
}
