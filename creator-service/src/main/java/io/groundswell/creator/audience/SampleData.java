package io.groundswell.creator.audience;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.groundswell.creator.creator.PersonalData;

/** What was counted of the audiences of a creator's accounts. */
@ApplicationScoped
class SampleData implements PersonalData {
    @Override
    public String section() {
        return "audienceSamples";
    }

    @Override
    public String export() {
        return """
                select s.*
                from account a
                join audience_sample s on s.workspace_id = ?1 and s.account_id = a.id
                where a.workspace_id = ?1 and a.creator_id = ?2""";
    }

    @Override
    public List<String> erasure() {
        return List.of(
                "delete from audience_sample where workspace_id = ?1 and account_id in (select a.id from account a where a.workspace_id = ?1 and a.creator_id = ?2)");
    }
}
