-- People who were erased: keyed hashes of their accounts, so that ingest does not bring their posts back.
create table erased_author (
    workspace_id text        not null,
    mark         uuid        not null,
    erased_at    timestamptz not null default now(),
    primary key (workspace_id, mark)
);
comment on column erased_author.mark is 'Keyed hash of a user id or a handle, as creator-service told it; without the key it says nothing';

alter table erased_author enable row level security;
alter table erased_author force row level security;
create policy workspace on erased_author using (workspace_id = current_setting('app.workspace'));

-- What was told of a post is forgotten with its author: the event stays in its place, without content.
create policy workspace_forgets on outbox for update using (workspace_id = current_setting('app.workspace'));
create index outbox_aggregate on outbox (workspace_id, aggregateid);
