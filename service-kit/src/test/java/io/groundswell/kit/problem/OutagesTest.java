package io.groundswell.kit.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ConnectException;
import java.net.SocketException;
import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;

class OutagesTest {

    @ParameterizedTest
    @ValueSource(strings = {"57P01", "57P02", "57P03", "57014", "53300", "08006", "08P01", "40P01", "40001"})
    void aDatabaseThatIsAwayOrOverloadedIsAnOutage(String sqlState) {
        assertTrue(Outages.isOutage(new PgException("m", "FATAL", sqlState, "d")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42P01", "42501", "22P02"})
    void anErrorOfAStatementIsNone(String sqlState) {
        assertFalse(Outages.isOutage(new PgException("m", "ERROR", sqlState, "d")));
    }

    @Test
    void theObjectMappersExceptionIsSeenThrough() {
        assertTrue(Outages.isOutage(new IllegalStateException(new SQLException("terminating connection", "57P01"))));
        assertFalse(Outages.isOutage(new IllegalStateException(new SQLException("duplicate key", "23505"))));
    }

    @Test
    void lostAndRefusedConnectionsAreOutages() {
        assertTrue(Outages.isOutage(ClosedConnectionException.INSTANCE));
        assertTrue(Outages.isOutage(new NoStackTraceThrowable("Timeout")));
        assertTrue(Outages.isOutage(new RejectedExecutionException()));
        assertTrue(Outages.isOutage(new IllegalStateException(new RuntimeException(new ConnectException()))));
        assertTrue(Outages.isOutage(new SocketException("Connection reset")));
        assertFalse(Outages.isOutage(new NoStackTraceThrowable("other")));
        assertFalse(Outages.isOutage(new IllegalStateException()));
    }

    @Test
    void aCircleOfCausesEnds() {
        // Given
        Exception one = new Exception();
        Exception two = new Exception(one);
        one.initCause(two);

        // When
        boolean outage = Outages.isOutage(one);

        // Then
        assertFalse(outage);
    }

    @Test
    void anOutageInsideOfAFutureIsUnavailable() {
        // When
        ProblemException problem = Problems.translate(new CompletionException(new ConnectException("10.0.0.1")));

        // Then
        assertEquals(ProblemType.SERVICE_UNAVAILABLE, problem.type());
        assertEquals("Retry-After", problem.headers().getFirst().getKey());
    }
}
