package io.groundswell.creator.imports;

import java.time.Clock;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.groundswell.creator.creator.AccountProfile;
import io.groundswell.creator.creator.CreatorKind;
import io.groundswell.creator.creator.DiscoveredVia;
import io.groundswell.creator.creator.Network;
import io.groundswell.creator.creator.Sighting;
import io.groundswell.creator.email.EmailAddress;
import io.groundswell.kit.bulk.LineFields;
import io.groundswell.kit.problem.InvalidValue;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A line that can be stored.
 *
 * @param number of the line in the body
 * @param email of the account's owner, kept as a keyed hash only
 */
record ImportLine(long number, Sighting sighting, @Nullable EmailAddress email) {
    static final Set<String> FIELDS = Set.of("network", "handle", "userId", "displayName", "kind", "followers",
            "followersPrecision", "following", "posts", "bio", "language", "country", "verified", "profileUrl", "hasPicture",
            "joinedAt", "website", "observedAt", "email");

    /**
     * Reads a line.
     *
     * @param now one time for all lines of a body
     * @throws InvalidValue naming the field that is not acceptable
     */
    static ImportLine read(long number, JsonNode line, Clock now) {
        var fields = new LineFields(line, FIELDS);
        LineFields.Count followers = fields.count("followers");
        Long precision = fields.number("followersPrecision");
        var profile = new AccountProfile(
                InvalidValue.require(fields.constant("network", Network.class, "unknown-network"), "network"),
                fields.text("handle"), fields.text("userId"), fields.text("displayName"),
                followers == null ? null : followers.value(), precision == null ? shownPrecision(followers) : precision,
                fields.number("following"), fields.number("posts"), fields.text("bio"), fields.text("language"),
                fields.text("country"), fields.flag("verified"), fields.text("profileUrl"), fields.flag("hasPicture"),
                fields.time("joinedAt"), fields.text("website"), fields.time("observedAt"));
        CreatorKind kind = fields.constant("kind", CreatorKind.class, "unknown-kind");
        DiscoveredVia via = kind == CreatorKind.CUSTOMER ? DiscoveredVia.CUSTOMER : DiscoveredVia.IMPORT;
        return new ImportLine(number, Sighting.told(profile, kind, via, now), EmailAddress.read("email", fields.text("email")));
    }

    private static @Nullable Long shownPrecision(LineFields.@Nullable Count count) {
        return count == null ? null : count.precision();
    }
}
