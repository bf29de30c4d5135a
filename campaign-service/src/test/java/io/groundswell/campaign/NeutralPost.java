package io.groundswell.campaign;

/** A post in the neutral format, for tests to vary. */
public record NeutralPost(String network, String id, String text, String handle, long followers, long likes,
        String observedAt) {

    /** Returns a plausible post with this id and text. */
    public static NeutralPost of(String id, String text) {
        return new NeutralPost("INSTAGRAM", id, text, "mila.pours", 4_000, 180, "2026-05-04T12:00:00Z");
    }

    /** Returns the same post on another network. */
    public NeutralPost on(String other) {
        return new NeutralPost(other, id, text, handle, followers, likes, observedAt);
    }

    /** Returns the same post by another account. */
    public NeutralPost by(String otherHandle, long otherFollowers) {
        return new NeutralPost(network, id, text, otherHandle, otherFollowers, likes, observedAt);
    }

    /** Returns the same post as seen at another time. */
    public NeutralPost seen(String at, long likesThen) {
        return new NeutralPost(network, id, text, handle, followers, likesThen, at);
    }

    /** Returns the line to send. */
    public String line() {
        return """
                {"network":"%s","id":"%s","publishedAt":"2026-05-04T09:30:00Z","observedAt":"%s","text":"%s",\
                "author":{"handle":"%s","followers":%d},"engagement":{"likes":%d,"comments":20}}"""
                .formatted(network, id, observedAt, text, handle, followers, likes);
    }
}
