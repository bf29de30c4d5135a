package io.groundswell.creator.customer;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.groundswell.creator.creator.AccountProfile;
import io.groundswell.creator.creator.CreatorKind;
import io.groundswell.creator.creator.DiscoveredVia;
import io.groundswell.creator.creator.Network;
import io.groundswell.creator.creator.Person;
import io.groundswell.creator.creator.Sighting;
import io.groundswell.creator.email.EmailAddress;
import io.groundswell.kit.bulk.LineFields;
import io.groundswell.kit.id.Uuid7;
import io.groundswell.kit.problem.InvalidValue;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A line that can be stored.
 *
 * @param number of the line in the body
 * @param person with an id for the case that nobody is recognised
 * @param email kept as a keyed hash only
 * @param accounts those that the customer told, one per network at most
 */
record CustomerLine(long number, Person person, @Nullable EmailAddress email, List<Sighting> accounts) {
    private static final List<Network> NETWORKS = Stream.of(Network.values()).filter(network -> network != Network.OTHER)
            .toList();

    static final Set<String> FIELDS = Stream.concat(Stream.of("email", "name", "language", "country"),
            NETWORKS.stream().map(CustomerLine::field)).collect(Collectors.toUnmodifiableSet());

    /**
     * Reads a line.
     *
     * @param now one time for all lines of a body
     * @throws InvalidValue naming the field that is not acceptable
     */
    static CustomerLine read(long number, JsonNode line, Clock now) {
        var fields = new LineFields(line, FIELDS);
        EmailAddress email = EmailAddress.read("email", fields.text("email"));
        Person person = Person.told(Uuid7.next(), fields.text("name"));
        List<Sighting> accounts = new ArrayList<>();
        for (Network network : NETWORKS) {
            String handle = fields.text(field(network));
            if (handle != null) {
                accounts.add(account(network, handle, fields, now));
            }
        }
        if (email == null && accounts.isEmpty()) {
            throw new InvalidValue("email", "required", "A customer needs an e-mail address or a handle.");
        }
        return new CustomerLine(number, person, email, List.copyOf(accounts));
    }

    /** Handles are read by the field {@code handle}, which a customer has under the network's name. */
    private static Sighting account(Network network, String handle, LineFields fields, Clock now) {
        try {
            var profile = new AccountProfile(network, handle, null, null, null, null, null, null, null, fields.text("language"),
                    fields.text("country"), null, null, null, null, null, null);
            return Sighting.told(profile, CreatorKind.CUSTOMER, DiscoveredVia.CUSTOMER, now);
        } catch (InvalidValue e) {
            throw e.field().equals("handle") ? new InvalidValue(field(network), e.code(), e.detail()) : e;
        }
    }

    private static String field(Network network) {
        return network.name().toLowerCase(Locale.ROOT);
    }
}
