-- Live connectors: what somebody wants to listen to, and how listening goes. The two are apart, because one is changed by people and
-- the other with every batch.
create table connector (
    workspace_id text        not null,
    id           uuid        not null,
    kind         text        not null,
    name         text        not null,
    url          text        not null,
    stream       text,
    wanted_dids  text[]      not null default '{}',
    access_token text,
    created_at   timestamptz not null,
    updated_at   timestamptz not null,
    version      bigint      not null default 0,
    primary key (workspace_id, id)
);
comment on column connector.access_token is 'Sealed under a key of the installation; never shown';

create table connector_run (
    workspace_id    text        not null,
    id              uuid        not null,
    wanted          boolean     not null default false,
    owner           uuid,
    lease_until     timestamptz,
    state           text        not null,
    state_since     timestamptz not null,
    heard_at        timestamptz,
    last_event_at   timestamptz,
    lag_millis      bigint,
    position        text,
    received        bigint      not null default 0,
    matched         bigint      not null default 0,
    withdrawn       bigint      not null default 0,
    ignored         bigint      not null default 0,
    rejected        bigint      not null default 0,
    last_error      text,
    next_attempt_at timestamptz,
    primary key (workspace_id, id)
);
comment on column connector_run.owner is 'The process that listens; whoever is not it stores nothing';
comment on column connector_run.position is 'How far it has come, moved in the transaction of the effect';
comment on column connector_run.lag_millis is 'From the network''s time of the last stored event to its storing';
create index connector_run_wanted on connector_run (workspace_id, id) where wanted;

-- A Mastodon server tells deletions by its own number of a status, posts are known by their address. The number is kept as a
-- digest, so that nothing here says whose post it was once the post is forgotten.
create table connector_sighting (
    workspace_id text not null,
    connector_id uuid not null,
    source       uuid not null,
    post_id      uuid not null,
    primary key (workspace_id, connector_id, source)
);
comment on column connector_sighting.source is 'First half of the SHA-256 of the connector''s id and the server''s number of the status';

alter table connector enable row level security;
alter table connector force row level security;
create policy workspace on connector using (workspace_id = current_setting('app.workspace'));

alter table connector_run enable row level security;
alter table connector_run force row level security;
create policy workspace on connector_run using (workspace_id = current_setting('app.workspace'));
-- Whichever replica is free listens for all workspaces: it takes and renews leases, and reads no settings by these.
create policy supervisor_sees on connector_run for select using (current_setting('app.workspace') = '*');
create policy supervisor_leases on connector_run for update using (current_setting('app.workspace') = '*');

alter table connector_sighting enable row level security;
alter table connector_sighting force row level security;
create policy workspace on connector_sighting using (workspace_id = current_setting('app.workspace'));
