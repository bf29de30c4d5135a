package io.groundswell.creator.creator;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

/** The creator, and those who were merged into it: one person. */
@ApplicationScoped
class CreatorData implements PersonalData {
    @Override
    public String section() {
        return "creators";
    }

    @Override
    public String export() {
        return """
                with recursive person as (
                    select c.* from creator c where c.workspace_id = ?1 and c.id = ?2
                    union all
                    select c.* from person p join creator c on c.workspace_id = ?1 and c.merged_into = p.id
                )
                select * from person""";
    }

    @Override
    public List<String> erasure() {
        return List.of();
    }
}
