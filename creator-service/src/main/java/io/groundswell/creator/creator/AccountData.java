package io.groundswell.creator.creator;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

/** The accounts of a creator, which every feature's rows lead to and which therefore go last. */
@ApplicationScoped
class AccountData implements PersonalData {
    /** What an erasure does after all features have done their part. */
    static final List<String> LAST = List.of(
            "delete from account where workspace_id = ?1 and creator_id = ?2",
            "update creator set notice_open = false where workspace_id = ?1 and id = ?2");

    @Override
    public String section() {
        return "accounts";
    }

    @Override
    public String export() {
        return "select a.* from account a where a.workspace_id = ?1 and a.creator_id = ?2";
    }

    @Override
    public List<String> erasure() {
        return List.of();
    }
}
