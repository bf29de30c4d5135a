-- Creators that turned out to be one person, and what is needed to make two of them again.

alter table creator add column merged_into uuid;
comment on column creator.merged_into is 'The creator who has this one''s accounts now; this row keeps what it said before';
-- Not valid, but held for every row that comes: to validate is to read all workspaces, which the policy lets nobody do.
alter table creator add foreign key (workspace_id, merged_into) references creator (workspace_id, id) not valid;
create index creator_merged on creator (workspace_id, merged_into) where merged_into is not null;

create table creator_merge (
    workspace_id     text        not null,
    id               uuid        not null,
    survivor_id      uuid        not null,
    absorbed_id      uuid        not null,
    account_ids      uuid[]      not null,
    reason           text,
    merged_at        timestamptz not null,
    merged_by        text        not null,
    survivor_version bigint      not null,
    memory           text        not null,
    undone_at        timestamptz,
    undone_by        text,
    version          bigint      not null,
    primary key (workspace_id, id),
    foreign key (workspace_id, survivor_id) references creator (workspace_id, id),
    foreign key (workspace_id, absorbed_id) references creator (workspace_id, id)
);
comment on column creator_merge.survivor_version is 'Of the survivor after the merge: a later merge of the same creator has a greater one';
comment on column creator_merge.memory is 'JSON: what the merge changed, and what every feature handed over';
create index creator_merge_survivor on creator_merge (workspace_id, survivor_id, survivor_version);
create index creator_merge_absorbed on creator_merge (workspace_id, absorbed_id);

alter table creator_merge enable row level security;
alter table creator_merge force row level security;
create policy workspace on creator_merge using (workspace_id = current_setting('app.workspace'));
