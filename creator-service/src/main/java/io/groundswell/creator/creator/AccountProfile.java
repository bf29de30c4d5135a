package io.groundswell.creator.creator;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.kit.problem.InvalidValue;

/** What one source tells of one account. What it does not tell is absent, which never means zero or empty. */
@Schema(name = "AccountProfile")
public record AccountProfile(
        @Schema(required = true) Network network,
        @Schema(description = "Needed when there is no userId; a leading @ is dropped", examples = "mila.pours") @Nullable String handle,
        @Schema(description = "The network's own id of the account, the same for every reader of the network", examples = "17841400008460056") @Nullable String userId,
        @Schema(description = "At most 200 characters") @Nullable String displayName,
        @Schema(minimum = "0", maximum = "10000000000") @Nullable Long followers,
        @Schema(description = "The count may be off by less than this: 100 when it was shown as 12.3K. Absent: as exact as the network tells it", minimum = "1") @Nullable Long followersPrecision,
        @Schema(minimum = "0", maximum = "10000000000") @Nullable Long following,
        @Schema(description = "Number of posts", minimum = "0", maximum = "10000000000") @Nullable Long posts,
        @Schema(description = "At most 5000 characters; empty: the profile has none") @Nullable String bio,
        @Schema(description = "BCP 47", examples = "en") @Nullable String language,
        @Schema(description = "ISO 3166-1 alpha-2", examples = "NL") @Nullable String country,
        @Nullable Boolean verified,
        @Schema(description = "http or https", examples = "https://www.instagram.com/mila.pours") @Nullable String profileUrl,
        @Schema(description = "Whether the profile has a picture of its own, not the network's placeholder") @Nullable Boolean hasPicture,
        @Schema(description = "When the account was opened; not later than observedAt") @Nullable Instant joinedAt,
        @Schema(description = "The person's own site, as the profile tells it; https:// is added where a scheme is missing", examples = "https://milapours.example") @Nullable String website,
        @Schema(description = "When the figures were true; default: now. Earlier observations than the known one change nothing") @Nullable Instant observedAt) {

    /** More than there are people. */
    private static final long MAX_COUNT = 10_000_000_000L;
    private static final Instant BEFORE_ANY_NETWORK = Instant.parse("1995-01-01T00:00:00Z");
    private static final Pattern USER_ID = Pattern.compile("[\\x21-\\x7e]{1,180}");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,4}");
    private static final Set<String> COUNTRIES = Arrays.stream(Locale.getISOCountries())
            .collect(Collectors.toUnmodifiableSet());

    public AccountProfile {
        network = InvalidValue.require(network, "network");
        handle = Handle.read("handle", handle);
        userId = userId == null || userId.isBlank() ? null : userId.strip();
        if (userId != null && !USER_ID.matcher(userId).matches()) {
            throw new InvalidValue("userId", "invalid-id", "An id has 1 to 180 visible ASCII characters.");
        }
        if (handle == null && userId == null) {
            throw new InvalidValue("handle", "required", "An account needs a handle or a userId.");
        }
        displayName = Texts.line("displayName", displayName, 200);
        requireCount("followers", followers, 0);
        requireCount("followersPrecision", followersPrecision, 1);
        requireCount("following", following, 0);
        requireCount("posts", posts, 0);
        bio = bio != null && bio.isBlank() ? "" : Texts.paragraph("bio", bio, 5000);
        language = language(language);
        country = country(country);
        profileUrl = url(Texts.line("profileUrl", profileUrl, 2000));
        joinedAt = joinedAt == null ? null : joinedAt.truncatedTo(ChronoUnit.MICROS);
        if (joinedAt != null && joinedAt.isBefore(BEFORE_ANY_NETWORK)) {
            throw new InvalidValue("joinedAt", "out-of-range", "No network that is known here existed before 1995.");
        }
        website = WebAddress.read("website", Texts.line("website", website, 2000));
    }

    /** Returns the smallest profile: an account that is known by its name or its id alone. */
    public static AccountProfile of(Network network, @Nullable String handle, @Nullable String userId) {
        return new AccountProfile(network, handle, userId, null, null, null, null, null, null, null, null, null, null, null,
                null,
                null, null);
    }

    /** Returns a profile that tells counts only. */
    static AccountProfile of(Network network, @Nullable String handle, @Nullable String userId, Figures figures) {
        return new AccountProfile(network, handle, userId, null, figures.followers(), figures.followersPrecision(),
                figures.following(), figures.posts(), null, null, null, null, null, null, null, null, null);
    }

    private static void requireCount(String field, @Nullable Long count, long least) {
        if (count != null && (count < least || count > MAX_COUNT)) {
            throw new InvalidValue(field, "out-of-range", "Must be from %d to %d.".formatted(least, MAX_COUNT));
        }
    }

    /** Returns the tag in its canonical form; null for absent or blank. */
    static @Nullable String language(@Nullable String tag) {
        if (tag == null || tag.isBlank()) {
            return null;
        }
        String stripped = tag.strip();
        if (!LANGUAGE.matcher(stripped).matches()) {
            throw new InvalidValue("language", "invalid-language", "Must be a language tag such as en, pt-BR or zh-Hant.");
        }
        return Locale.forLanguageTag(stripped.replace('_', '-')).toLanguageTag();
    }

    private static @Nullable String country(@Nullable String code) {
        if (code == null || code.isBlank()) {
            return null;
        }
        String upper = code.strip().toUpperCase(Locale.ROOT);
        if (!COUNTRIES.contains(upper)) {
            throw new InvalidValue("country", "invalid-country", "Must be a two-letter code of ISO 3166-1 such as NL.");
        }
        return upper;
    }

    private static @Nullable String url(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            URI uri = new URI(text);
            if (("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()))
                    && uri.getHost() != null) {
                return text;
            }
        } catch (URISyntaxException e) {
            // Refused below, like an address of another kind.
        }
        throw new InvalidValue("profileUrl", "invalid-url", "Must be an http or https address.");
    }
}
