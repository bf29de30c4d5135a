package io.groundswell.campaign.classification;

import java.util.ArrayList;
import java.util.List;

/** All that was found out about a post. */
public record Classification(PostLanguage language, List<Label> labels) {
    public Classification {
        labels = List.copyOf(labels);
    }

    /** Returns the same with one label more. */
    public Classification with(Label label) {
        List<Label> more = new ArrayList<>(labels);
        more.add(label);
        return new Classification(language, more);
    }
}
