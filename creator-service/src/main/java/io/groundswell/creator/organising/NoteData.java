package io.groundswell.creator.organising;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.groundswell.creator.creator.PersonalData;

/** What colleagues wrote about a creator. */
@ApplicationScoped
class NoteData implements PersonalData {
    @Override
    public String section() {
        return "notes";
    }

    @Override
    public String export() {
        return """
                select n.* from creator_note n where n.workspace_id = ?1 and n.creator_id = ?2""";
    }

    @Override
    public List<String> erasure() {
        return List.of("delete from creator_note where workspace_id = ?1 and creator_id = ?2");
    }
}
