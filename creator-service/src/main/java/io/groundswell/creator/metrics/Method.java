package io.groundswell.creator.metrics;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What reactions are divided by. */
@Schema(name = "EngagementMethod", description = "What reactions are divided by. BY_FOLLOWERS: the account's followers now; the others: the post's own figure")
public enum Method {
    BY_FOLLOWERS, BY_REACH, BY_IMPRESSIONS, BY_VIEWS
}
