package io.groundswell.campaign.listening;

import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.classification.Classification;
import io.groundswell.campaign.classification.Fingerprint;
import io.groundswell.campaign.classification.PostClassifier;

/**
 * A sighted post and what its content alone tells of it.
 *
 * @param fingerprint null when the text is too short to be recognised by it
 */
record ReadPost(Sighted sighted, Classification classification, @Nullable Fingerprint fingerprint) {

    /** Reads a post; takes a fraction of a millisecond. */
    static ReadPost of(Sighted sighted) {
        return new ReadPost(sighted, PostClassifier.classify(sighted.post().content()),
                Fingerprint.of(sighted.post().text()).orElse(null));
    }

    String naturalKey() {
        return PostStore.naturalKey(sighted.post().network(), sighted.post().networkPostId());
    }
}
