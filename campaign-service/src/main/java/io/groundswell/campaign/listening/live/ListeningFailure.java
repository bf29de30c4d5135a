package io.groundswell.campaign.listening.live;

import java.io.Serial;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLException;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.outgoing.OutgoingHosts;

/** Why listening ended, in words for those who run the connector: nothing of how it is built, no address but their own. */
final class ListeningFailure extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;

    private final boolean lasting;
    private final transient @Nullable Duration retryAfter;

    private ListeningFailure(String words, boolean lasting, @Nullable Duration retryAfter) {
        super(words, null, false, false);
        this.lasting = lasting;
        this.retryAfter = retryAfter;
    }

    /** Something that may be over in a while. */
    static ListeningFailure passing(String words) {
        return new ListeningFailure(words, false, null);
    }

    /** Something that stays until somebody changes it. */
    static ListeningFailure lasting(String words) {
        return new ListeningFailure(words, true, null);
    }

    /** An answer that is not the one that was hoped for. */
    static ListeningFailure ofStatus(int status, @Nullable Duration retryAfter) {
        return switch (status) {
            case UNAUTHORIZED, FORBIDDEN ->
                lasting("The server refuses the access token, or asks for one (%d).".formatted(status));
            case NOT_FOUND -> new ListeningFailure("The server has no such stream (404).", false, retryAfter);
            case TOO_MANY -> new ListeningFailure("The server asks to come back later (429).", false, retryAfter);
            default -> new ListeningFailure("The server answered with status %d.".formatted(status), false, retryAfter);
        };
    }

    static ListeningFailure of(Throwable failure) {
        return switch (failure) {
            case ListeningFailure known -> known;
            case OutgoingHosts.Refused _ -> lasting("The server's address is not on the open internet.");
            case UnknownHostException _ -> passing("The server's name is not known.");
            case SSLException _ -> passing("No trusted encrypted connection to the server could be made.");
            case ConnectException _ -> passing("The server could not be reached.");
            case TimeoutException _ -> passing("The server did not answer in time.");
            default -> failure.getCause() instanceof SSLException
                    ? passing("No trusted encrypted connection to the server could be made.")
                    : passing("The connection to the server broke.");
        };
    }

    /** Tells whether trying again is of no use. */
    boolean isLasting() {
        return lasting;
    }

    /** How long the server asked to wait; null when it did not. */
    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }

    String words() {
        return String.valueOf(getMessage());
    }
}
