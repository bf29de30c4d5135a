package io.groundswell.campaign.gallery.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.groundswell.kit.workspace.Workspace;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;

@QuarkusTest
class LeasesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject
    Leases leases;

    @Test
    @DisplayName("What a workspace that never showed anything is told holds as well")
    void nothingYet() {
        // Given
        Lease lease = leases.of(new Workspace("lease-nothing"));
        long arrivedAt = System.nanoTime();

        // When
        leases.renew(lease).await().atMost(PATIENCE);

        // Then
        assertTrue(lease.holds("", arrivedAt));
    }

    @Test
    @DisplayName("Many that wait share few questions, and each is told of its own workspace")
    void shared() {
        // Given
        List<Uni<Void>> renewals = new ArrayList<>();
        List<Lease> all = new ArrayList<>();
        long arrivedAt = System.nanoTime();

        // When
        for (int i = 0; i < 500; i++) {
            Lease lease = leases.of(new Workspace("lease-shared-" + i));
            all.add(lease);
            renewals.add(leases.renew(lease));
        }
        renewals.forEach(renewal -> renewal.await().atMost(PATIENCE));

        // Then
        assertEquals(all.size(), all.stream().filter(lease -> lease.holds("", arrivedAt)).count());
    }

    @Test
    @DisplayName("Somebody who hangs up takes nothing from the others who wait")
    void hangsUp() {
        // Given
        Lease lease = leases.of(new Workspace("lease-hangs-up"));
        leases.renewInBackground(leases.of(new Workspace("lease-runs")));
        var impatient = leases.renew(lease).subscribe().withSubscriber(UniAssertSubscriber.create());
        var patient = leases.renew(lease).subscribe().withSubscriber(UniAssertSubscriber.create());

        // When
        impatient.cancel();

        // Then
        patient.awaitItem(PATIENCE).assertCompleted();
    }
}
