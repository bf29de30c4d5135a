-- What authors permitted. A post is publishable while a grant of its author holds.
create table rights_grant (
    workspace_id text        not null,
    id           uuid        not null,
    post_id      uuid        not null,
    state        text        not null,
    actions      text[]      not null,
    channels     text[]      not null,
    territories  text[]      not null,
    starts_at    timestamptz not null,
    ends_at      timestamptz,
    primary key (workspace_id, id)
);
comment on column rights_grant.state is 'ACTIVE, EXPIRING, EXPIRED or REVOKED; only the first two permit anything';
comment on column rights_grant.territories is 'ISO 3166-1 alpha-2; empty: everywhere';
comment on column rights_grant.ends_at is 'Null: until it is revoked';
create index rights_grant_post on rights_grant (workspace_id, post_id);

alter table rights_grant enable row level security;
alter table rights_grant force row level security;
create policy workspace on rights_grant using (workspace_id = current_setting('app.workspace'));

-- An account that is gone takes its posts with it.
create index post_author on post (workspace_id, network, author_key);
