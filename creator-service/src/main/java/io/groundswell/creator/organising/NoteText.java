package io.groundswell.creator.organising;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.groundswell.creator.creator.Texts;
import io.groundswell.kit.problem.InvalidValue;

/** What a note says. */
public record NoteText(@Schema(required = true, description = "1 to 5000 characters") String text) {

    public NoteText {
        text = InvalidValue.require(Texts.paragraph("text", text, 5000), "text");
    }
}
