package io.groundswell.creator.privacy;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.groundswell.creator.creator.PersonalData;

/** What is kept about the right to keep the rest. */
@ApplicationScoped
class PrivacyData implements PersonalData {
    @Override
    public String section() {
        return "privacy";
    }

    @Override
    public String export() {
        return "select p.* from creator_privacy p where p.workspace_id = ?1 and p.id = ?2";
    }

    @Override
    public List<String> erasure() {
        return List.of("delete from creator_privacy where workspace_id = ?1 and id = ?2");
    }
}
