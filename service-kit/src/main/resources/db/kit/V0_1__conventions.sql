-- Tables of the conventions that the services share. Each service's database has its own.

create table outbox (
    id            uuid        not null,
    aggregatetype text        not null,
    aggregateid   text        not null,
    type          text        not null,
    payload       jsonb       not null,
    workspace_id  text        not null,
    occurred_at   timestamptz not null,
    xid           xid8        not null default pg_current_xact_id(),
    sequence      bigint      not null generated always as identity,
    primary key (workspace_id, xid, sequence)
);
comment on table outbox is 'Events to tell, written in the transaction of the change; read in the order of (xid, sequence)';
-- The one index that the workspace does not lead: a service reads the feed of all workspaces.
create index outbox_feed on outbox (xid, sequence);

alter table outbox enable row level security;
alter table outbox force row level security;
create policy workspace_writes on outbox for insert with check (workspace_id = current_setting('app.workspace'));
create policy workspace_reads on outbox for select
    using (workspace_id = current_setting('app.workspace') or current_setting('app.workspace') = '*');

create table idempotency_key (
    workspace_id   text        not null,
    key            text        not null,
    request_digest text        not null,
    status         integer     not null,
    headers        text        not null,
    body           text        not null,
    created_at     timestamptz not null default now(),
    primary key (workspace_id, key)
);
comment on table idempotency_key is 'Answers to requests that carried an Idempotency-Key; replayed for 24 hours';
create index idempotency_key_age on idempotency_key (workspace_id, created_at);

alter table idempotency_key enable row level security;
alter table idempotency_key force row level security;
create policy workspace on idempotency_key using (workspace_id = current_setting('app.workspace'));

-- Belongs to the service, not to a workspace: one position for the feed of all of them.
create table feed_position (
    consumer text        not null primary key,
    position text        not null,
    moved_at timestamptz not null default now()
);
comment on table feed_position is 'How far this service has read each feed, moved in the transaction of the effect';
