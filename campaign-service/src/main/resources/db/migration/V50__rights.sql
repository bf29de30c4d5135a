-- What authors permitted. A post is publishable while a grant of its author holds.
create table rights_grant (
    workspace_id  text        not null,
    id            uuid        not null,
    post_id       uuid        not null,
    state         text        not null,
    actions       text[]      not null,
    channels      text[]      not null,
    territories   text[]      not null,
    starts_at     timestamptz not null,
    ends_at       timestamptz,
    attribution   text,
    request_id    uuid,
    granted_via   text        not null default 'RECORDED',
    evidence      jsonb       not null default '{}',
    reply_network text,
    reply_id      text,
    granted_at    timestamptz not null default now(),
    expiring_at   timestamptz,
    ended_at      timestamptz,
    end_reason    text,
    end_note      text,
    version       bigint      not null default 0,
    primary key (workspace_id, id)
);
comment on column rights_grant.state is 'ACTIVE, EXPIRING, EXPIRED or REVOKED; only the first two permit anything';
comment on column rights_grant.territories is 'ISO 3166-1 alpha-2; empty: everywhere';
comment on column rights_grant.ends_at is 'Null: until it is revoked';
comment on column rights_grant.granted_via is 'REPLY, CLAIM_PAGE or RECORDED';
comment on column rights_grant.evidence is 'What the grant rests on; the text of a reply goes when its author is erased, its digest stays';
comment on column rights_grant.reply_id is 'The reply that granted: when it is edited or deleted, the grant ends';
comment on column rights_grant.expiring_at is 'From then on the brand is told that the end is near; null when there is no end';
create index rights_grant_post on rights_grant (workspace_id, post_id);
-- Whoever answers first: two answers to one request make one grant.
create unique index rights_grant_request on rights_grant (workspace_id, request_id) where request_id is not null;
create index rights_grant_reply on rights_grant (workspace_id, reply_network, reply_id) where reply_id is not null;
create index rights_grant_due on rights_grant (workspace_id, ends_at)
    where state in ('ACTIVE', 'EXPIRING') and ends_at is not null;

alter table rights_grant enable row level security;
alter table rights_grant force row level security;
create policy workspace on rights_grant using (workspace_id = current_setting('app.workspace'));
-- What looks for the workspaces in which time has run out sees what is due, and nothing else.
create policy due_is_seen on rights_grant for select
    using (current_setting('app.workspace') = '*' and state in ('ACTIVE', 'EXPIRING')
        and (ends_at <= now() or (state = 'ACTIVE' and expiring_at <= now())));

-- An account that is gone takes its posts with it.
create index post_author on post (workspace_id, network, author_key);
