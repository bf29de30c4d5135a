package io.groundswell.creator.creator;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.kit.problem.InvalidValue;

/** A creator that somebody adds by hand. */
public record CreatorDraft(
        @Schema(description = "At most 200 characters; default: the first account's name") @Nullable String displayName,
        @Schema(description = "Default: EXTERNAL") CreatorKind kind,
        @Schema(description = "Default: CUSTOMER for customers, else IMPORT") DiscoveredVia discoveredVia,
        @Schema(description = "At most 50, each of 1 to 50 characters, kept without regard to case and width", examples = "[\"summer\", \"vip\"]") List<String> tags,
        @Schema(description = "1 to 20 accounts", required = true) List<AccountProfile> accounts) {

    private static final int MAX_ACCOUNTS = 20;

    public CreatorDraft {
        displayName = Texts.line("displayName", displayName, 200);
        kind = Objects.requireNonNullElse(kind, CreatorKind.EXTERNAL);
        discoveredVia = Objects.requireNonNullElse(discoveredVia,
                kind == CreatorKind.CUSTOMER ? DiscoveredVia.CUSTOMER : DiscoveredVia.IMPORT);
        tags = Tags.read("tags", tags);
        accounts = List.copyOf(InvalidValue.require(accounts, "accounts"));
        if (accounts.isEmpty() || accounts.size() > MAX_ACCOUNTS) {
            throw new InvalidValue("accounts", "out-of-range", "A creator has 1 to %d accounts.".formatted(MAX_ACCOUNTS));
        }
        refuseRepeated(accounts);
    }

    private static void refuseRepeated(List<AccountProfile> accounts) {
        Set<NaturalKey> keys = new HashSet<>();
        for (int i = 0; i < accounts.size(); i++) {
            for (NaturalKey key : NaturalKey.allOf(accounts.get(i))) {
                if (!keys.add(key)) {
                    throw new InvalidValue("accounts." + i, "repeated", "This account is listed twice.");
                }
            }
        }
    }
}
