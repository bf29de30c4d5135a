package io.groundswell.creator.organising;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.groundswell.creator.creator.PersonalData;

/** The lists a creator was put on. */
@ApplicationScoped
class ListData implements PersonalData {
    @Override
    public String section() {
        return "lists";
    }

    @Override
    public String export() {
        return """
                select l.name, m.added_by, m.added_at
                from creator_list_member m
                join creator_list l on l.workspace_id = ?1 and l.id = m.list_id
                where m.workspace_id = ?1 and m.creator_id = ?2""";
    }

    @Override
    public List<String> erasure() {
        return List.of("delete from creator_list_member where workspace_id = ?1 and creator_id = ?2");
    }
}
