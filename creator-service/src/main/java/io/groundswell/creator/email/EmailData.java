package io.groundswell.creator.email;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.groundswell.creator.creator.PersonalData;

/** The keyed hashes of a creator's e-mail addresses. */
@ApplicationScoped
class EmailData implements PersonalData {
    @Override
    public String section() {
        return "emailHashes";
    }

    @Override
    public String export() {
        return """
                select encode(e.email_hash, 'hex') as email_hash, e.told_at
                from creator_email e
                where e.workspace_id = ?1 and e.creator_id = ?2""";
    }

    @Override
    public List<String> erasure() {
        return List.of("delete from creator_email where workspace_id = ?1 and creator_id = ?2");
    }
}
