package io.groundswell.creator.identity;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.groundswell.creator.creator.PersonalData;

/** By what a creator can be met, who they may be as well, and what a person decided about that. */
@ApplicationScoped
class DuplicateData implements PersonalData {
    @Override
    public String section() {
        return "duplicateKeys";
    }

    @Override
    public String export() {
        return "select k.kind, k.key from duplicate_key k where k.workspace_id = ?1 and k.creator_id = ?2";
    }

    @Override
    public List<String> erasure() {
        return List.of("delete from duplicate_key where workspace_id = ?1 and creator_id = ?2",
                "delete from duplicate_candidate where workspace_id = ?1 and ?2 in (first_id, second_id)",
                "delete from duplicate_dismissal where workspace_id = ?1 and ?2 in (first_id, second_id)");
    }
}
