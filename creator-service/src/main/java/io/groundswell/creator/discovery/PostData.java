package io.groundswell.creator.discovery;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.groundswell.creator.creator.PersonalData;

/** What is kept of a creator's posts, and which campaigns they belong to. */
@ApplicationScoped
class PostData implements PersonalData {
    private static final String OF_THE_CREATOR = """
            in (select s.post_id from account a join post_sample s on s.workspace_id = ?1 and s.account_id = a.id
                where a.workspace_id = ?1 and a.creator_id = ?2)""";

    @Override
    public String section() {
        return "posts";
    }

    @Override
    public String export() {
        return """
                select s.*, array(select t.campaign_id from campaign_post t
                    where t.workspace_id = ?1 and t.post_id = s.post_id) as campaign_ids
                from post_sample s
                where s.workspace_id = ?1 and s.post_id\s""" + OF_THE_CREATOR;
    }

    @Override
    public List<String> erasure() {
        return List.of(
                "delete from campaign_post where workspace_id = ?1 and post_id " + OF_THE_CREATOR,
                "delete from participation where workspace_id = ?1 and creator_id = ?2",
                "delete from post_sample where workspace_id = ?1 and post_id " + OF_THE_CREATOR);
    }
}
