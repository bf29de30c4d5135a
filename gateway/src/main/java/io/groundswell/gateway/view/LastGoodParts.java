package io.groundswell.gateway.view;

import java.util.UUID;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.workspace.Workspace;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * The last good answer for each part, for a few minutes. The workspace is part of the key, and only a caller whose token has
 * the part's scope gets anything: what services refuse is not found here either.
 */
@Singleton
class LastGoodParts {
    private final Cache<Key, Part> parts;

    LastGoodParts(ViewSettings settings) {
        parts = Caffeine.newBuilder().maximumSize(settings.staleParts())
                .expireAfterWrite(settings.staleFor()).build();
    }

    void keep(Caller caller, UUID campaign, PartName name, Part part) {
        parts.put(new Key(caller.workspace(), campaign, name), part);
    }

    @Nullable
    Part find(Caller caller, UUID campaign, PartName name) {
        return caller.may(name.scope()) ? parts.getIfPresent(new Key(caller.workspace(), campaign, name)) : null;
    }

    /** Forgets a campaign that is not there any more. */
    void forget(Caller caller, UUID campaign) {
        for (PartName name : PartName.values()) {
            parts.invalidate(new Key(caller.workspace(), campaign, name));
        }
    }

    private record Key(Workspace workspace, UUID campaign, PartName part) {}
}
