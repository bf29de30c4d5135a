package io.groundswell.campaign.gallery;

import java.util.Optional;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Where the public finds collections: at the gateway's origin. */
@Singleton
public class PublicUrls {
    /** Path under which a collection's public id stands. */
    public static final String COLLECTIONS = "/v1/public/collections/";

    private static final String WALL = "/wall/";

    private final String origin;

    PublicUrls(@ConfigProperty(name = "groundswell.public-url") Optional<String> publicUrl) {
        String url = publicUrl.orElse("http://localhost:8080");
        this.origin = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    /** Returns the gateway's origin. */
    public String origin() {
        return origin;
    }

    /** Returns the address of the collection's posts as JSON. */
    public String collection(String publicId) {
        return origin + COLLECTIONS + publicId;
    }

    /** Returns the address of the page that fills a screen. */
    public String wall(String publicId) {
        return origin + WALL + publicId;
    }

    /** Returns the public id within one of the addresses above; null when it is none of them. */
    public @Nullable String idIn(String address) {
        for (String prefix : new String[]{origin + COLLECTIONS, origin + WALL}) {
            if (address.startsWith(prefix)) {
                String id = address.substring(prefix.length());
                return PublicId.isId(id) ? id : null;
            }
        }
        return null;
    }
}
