-- What happened to rights, in one chain for each workspace: every entry's hash covers the entry before.
create table rights_ledger (
    workspace_id text        not null,
    seq          bigint      not null,
    at           timestamptz not null,
    kind         text        not null,
    post_id      uuid,
    request_id   uuid,
    grant_id     uuid,
    payload      jsonb       not null,
    prev_hash    text        not null,
    hash         text        not null,
    primary key (workspace_id, seq)
);
comment on table rights_ledger is 'Append-only. Holds ids and digests and no personal data, so that it outlives erasures';
comment on column rights_ledger.hash is 'SHA-256 over the former hash and the entry''s canonical JSON (RFC 8785), in hexadecimal';

-- Where the chain ends. Whoever appends locks this row, so entries of one workspace follow each other.
create table rights_ledger_head (
    workspace_id text   not null primary key,
    seq          bigint not null,
    hash         text   not null
);

alter table rights_ledger enable row level security;
alter table rights_ledger force row level security;
create policy workspace_reads on rights_ledger for select using (workspace_id = current_setting('app.workspace'));
create policy workspace_appends on rights_ledger for insert with check (workspace_id = current_setting('app.workspace'));

alter table rights_ledger_head enable row level security;
alter table rights_ledger_head force row level security;
create policy workspace on rights_ledger_head using (workspace_id = current_setting('app.workspace'));

-- Without policies for it, a change would quietly touch no row; so it fails aloud, whoever tries.
create function rights_ledger_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'rights_ledger is append-only' using errcode = 'insufficient_privilege';
end $$;
create trigger append_only before update or delete or truncate on rights_ledger
    for each statement execute function rights_ledger_is_append_only();
