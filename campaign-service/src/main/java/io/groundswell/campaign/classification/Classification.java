package io.groundswell.campaign.classification;

import java.util.List;

/** All that was found out about a post. */
public record Classification(PostLanguage language, List<Label> labels) {
    public Classification {
        labels = List.copyOf(labels);
    }
}
