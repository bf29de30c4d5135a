package io.groundswell.creator.identity;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.groundswell.creator.creator.PersonalData;

/** The merges in which a creator had a part, on either side: they remember names, and were told with accounts. */
@ApplicationScoped
class MergeData implements PersonalData {
    /** What the other creator's feed told of this one. What it told of itself, every erasure takes out. */
    private static final String FORGET_TOLD = """
            update outbox set payload = payload - 'accounts'
            where workspace_id = ?1 and type in ('creator.merged', 'creator.unmerged')
                and aggregateid in (select cast(m.survivor_id as text) from creator_merge m
                    where m.workspace_id = ?1 and m.absorbed_id = ?2)
                and cast(cast(?2 as uuid) as text) in (payload ->> 'from', payload ->> 'into')""";

    @Override
    public String section() {
        return "merges";
    }

    @Override
    public String export() {
        return "select m.* from creator_merge m where m.workspace_id = ?1 and ?2 in (m.survivor_id, m.absorbed_id)";
    }

    /** A merge with somebody who was erased cannot be taken back: there is nobody to restore. */
    @Override
    public List<String> erasure() {
        return List.of(FORGET_TOLD,
                "delete from creator_merge where workspace_id = ?1 and survivor_id = ?2",
                "delete from creator_merge where workspace_id = ?1 and absorbed_id = ?2");
    }
}
