-- Every decision on a post, by a person or a rule. Rows are added and stay: nobody can delete one, and all that can be changed is
-- that what they quote of a post, or say of people, is forgotten.
create table moderation_event (
    workspace_id text        not null,
    id           uuid        not null,
    post_id      uuid        not null,
    from_state   text,
    to_state     text        not null,
    decided_by   text,
    rule         jsonb,
    reason       text,
    decided_at   timestamptz not null,
    primary key (workspace_id, id)
);
comment on column moderation_event.from_state is 'Null: the post was new';
comment on column moderation_event.decided_by is 'A person; null when a rule decided, or no rule did any longer';
comment on column moderation_event.rule is 'The rule as it was then: id, name, action, and as evidence what of the post spoke for it';
create index moderation_event_post on moderation_event (workspace_id, post_id, id);

alter table moderation_event enable row level security;
alter table moderation_event force row level security;
create policy workspace_reads on moderation_event for select using (workspace_id = current_setting('app.workspace'));
create policy workspace_adds on moderation_event for insert with check (workspace_id = current_setting('app.workspace'));
create policy workspace_forgets on moderation_event for update using (workspace_id = current_setting('app.workspace'));

create function moderation_event_stays() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE'
        and (new.workspace_id, new.id, new.post_id, new.to_state, new.decided_at)
            = (old.workspace_id, old.id, old.post_id, old.to_state, old.decided_at)
        and new.from_state is not distinct from old.from_state
        and (new.decided_by is null or new.decided_by = old.decided_by)
        and (new.reason is null or new.reason = old.reason)
        and (new.rule is null or new.rule = old.rule or new.rule = jsonb_set(old.rule, '{evidence}', '[]'))
    then
        return new;
    end if;
    raise exception 'moderation_event is append-only' using errcode = 'integrity_constraint_violation';
end $$;
create trigger moderation_event_stays before update or delete on moderation_event
    for each row execute function moderation_event_stays();
