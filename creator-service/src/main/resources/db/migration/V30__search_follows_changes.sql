-- The search index is a copy that each replica keeps for itself. It follows changed_in in the order of (changed_in, id), below the
-- horizon of the oldest running transaction, so that nothing can still appear before its position: see the outbox, which is read alike.

alter table creator add column changed_in xid8 not null default pg_current_xact_id();
comment on column creator.changed_in is 'The transaction that last changed what can be searched of the creator; only triggers write it';
create index creator_changes on creator (workspace_id, changed_in, id);
create index participation_creator on participation (workspace_id, creator_id);

-- Tells copies of one database from those of another, whose transaction ids mean nothing here.
create table search_origin (
    id uuid not null primary key default gen_random_uuid()
);
insert into search_origin default values;

create table search_index (
    workspace_id text   not null primary key,
    epoch        bigint not null,
    asked_at     timestamptz not null
);
comment on column search_index.epoch is 'Grows when somebody asks for the index to be built anew; each replica builds until its own has this number';
alter table search_index enable row level security;
alter table search_index force row level security;
create policy workspace on search_index using (workspace_id = current_setting('app.workspace'));

-- Features do not know that they are searched. What belongs to a creator marks the creator once per statement; a creator whom this
-- transaction has marked already, such as each one of an import, is left alone. No join: the plan is kept for the session, and one that was
-- chosen while the tables were small would compare every creator of a workspace with every row that changed.
create function mark_creator() returns trigger language plpgsql as $$
begin
    new.changed_in := pg_current_xact_id();
    return new;
end $$;
create trigger changed before update on creator for each row execute function mark_creator();

create function mark_creators() returns trigger language plpgsql set enable_seqscan = off as $$
declare
    workspace text;
begin
    for workspace in select distinct workspace_id from changed loop
        update creator set changed_in = pg_current_xact_id()
        where workspace_id = workspace and id = any(array(select creator_id from changed where workspace_id = workspace))
            and changed_in <> pg_current_xact_id();
    end loop;
    return null;
end $$;
create trigger searchable_inserted after insert on account referencing new table as changed
    for each statement execute function mark_creators();
create trigger searchable_updated after update on account referencing new table as changed
    for each statement execute function mark_creators();
create trigger searchable_deleted after delete on account referencing old table as changed
    for each statement execute function mark_creators();
create trigger searchable_inserted after insert on participation referencing new table as changed
    for each statement execute function mark_creators();
create trigger searchable_updated after update on participation referencing new table as changed
    for each statement execute function mark_creators();
create trigger searchable_deleted after delete on participation referencing old table as changed
    for each statement execute function mark_creators();

create function mark_creators_of_accounts() returns trigger language plpgsql set enable_seqscan = off as $$
declare
    workspace text;
begin
    for workspace in select distinct workspace_id from changed loop
        update creator set changed_in = pg_current_xact_id()
        where workspace_id = workspace
            and id = any(array(
                select creator_id from account
                where workspace_id = workspace
                    and id = any(array(select account_id from changed where workspace_id = workspace))))
            and changed_in <> pg_current_xact_id();
    end loop;
    return null;
end $$;
create trigger searchable_inserted after insert on post_sample referencing new table as changed
    for each statement execute function mark_creators_of_accounts();
create trigger searchable_updated after update on post_sample referencing new table as changed
    for each statement execute function mark_creators_of_accounts();
create trigger searchable_deleted after delete on post_sample referencing old table as changed
    for each statement execute function mark_creators_of_accounts();
