package io.groundswell.campaign.listening;

/** A picture, film or sound of a post. Only its address is kept; nothing is fetched. */
public record Media(Type type, String url) {
    /** What it is. */
    public enum Type {
        IMAGE, VIDEO, AUDIO
    }
}
