package io.groundswell.kit.trial;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import io.groundswell.kit.id.Uuid7;
import io.groundswell.kit.problem.InvalidValue;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceKey;

/** The smallest aggregate: a text with stars. */
@Entity
@Table(name = "note")
public class Note {
    @EmbeddedId
    private WorkspaceKey key;
    @Version
    @Column(name = "version")
    private long version;
    @Column(name = "text")
    private String text;
    @Column(name = "stars")
    private int stars;

    /** For the object mapper. */
    @SuppressWarnings("NullAway")
    protected Note() {}

    public Note(Workspace workspace, Draft draft) {
        this.key = new WorkspaceKey(workspace, Uuid7.next());
        this.text = draft.text();
        this.stars = draft.rating().stars();
    }

    public UUID id() {
        return key.id();
    }

    public long version() {
        return version;
    }

    public Draft draft() {
        return new Draft(text, new Rating(stars));
    }

    /** Takes over what the draft says. */
    public void revise(Draft draft) {
        text = draft.text();
        stars = draft.rating().stars();
    }

    /** What a client says of a note. */
    public record Draft(String text, Rating rating) {
        public Draft {
            InvalidValue.require(text, "text");
            InvalidValue.require(rating, "rating");
        }
    }

    /** A member with a rule of its own. */
    public record Rating(int stars) {
        public Rating {
            if (stars < 0 || stars > 5) {
                throw new InvalidValue("stars", "out-of-range", "stars must be from 0 to 5.");
            }
        }
    }
}
