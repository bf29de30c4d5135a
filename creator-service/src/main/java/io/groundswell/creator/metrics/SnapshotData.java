package io.groundswell.creator.metrics;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.groundswell.creator.creator.PersonalData;

/** The history of a creator's figures. */
@ApplicationScoped
class SnapshotData implements PersonalData {
    @Override
    public String section() {
        return "snapshots";
    }

    @Override
    public String export() {
        return """
                select s.*
                from account a
                join account_snapshot s on s.workspace_id = ?1 and s.account_id = a.id
                where a.workspace_id = ?1 and a.creator_id = ?2""";
    }

    @Override
    public List<String> erasure() {
        return List.of(
                "delete from account_snapshot where workspace_id = ?1 and account_id in (select a.id from account a where a.workspace_id = ?1 and a.creator_id = ?2)");
    }
}
