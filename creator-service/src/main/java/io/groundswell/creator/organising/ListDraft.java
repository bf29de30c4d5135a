package io.groundswell.creator.organising;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.creator.creator.Texts;
import io.groundswell.kit.problem.InvalidValue;

import com.ibm.icu.text.Normalizer2;

/** What people decide of a list. */
@Schema(name = "CreatorListDraft")
public record ListDraft(
        @Schema(required = true, description = "1 to 100 characters; no two lists of a workspace have one name, whatever its case and width") String name,
        @Schema(description = "At most 2000 characters") @Nullable String description) {

    public ListDraft {
        name = InvalidValue.require(Texts.line("name", name, 100), "name");
        description = Texts.paragraph("description", description, 2000);
    }

    /** Returns the form in which names are compared. */
    String nameKey() {
        return Normalizer2.getNFKCCasefoldInstance().normalize(name);
    }
}
