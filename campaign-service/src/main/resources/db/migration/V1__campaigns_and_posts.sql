-- Campaigns, the posts that match them, and the tie between the two.

create table campaign (
    workspace_id text        not null,
    id           uuid        not null,
    name         text        not null,
    objective    text        not null,
    status       text        not null,
    hashtags     text[]      not null,
    mentions     text[]      not null,
    networks     text[]      not null,
    starts_at    timestamptz,
    ends_at      timestamptz,
    disclosure   text,
    kpis         jsonb       not null,
    created_at   timestamptz not null,
    updated_at   timestamptz not null,
    launched_at  timestamptz,
    ended_at     timestamptz,
    version      bigint      not null,
    primary key (workspace_id, id)
);
comment on column campaign.hashtags is 'As the brand wrote them; matching folds them anew, so a better rule needs no migration';
comment on column campaign.networks is 'Where to listen; empty means everywhere';
create index campaign_live on campaign (workspace_id) where status = 'LIVE';

-- Ingest keeps the terms of live campaigns in memory and reads this number in each batch's transaction: a launch that is
-- acknowledged is seen by the next batch, on every replica.
create table live_campaigns (
    workspace_id text   not null primary key,
    revision     bigint not null
);

create table post (
    workspace_id    text        not null,
    id              uuid        not null,
    network         text        not null,
    network_post_id text        not null,
    author_key      text        not null,
    author          jsonb       not null,
    text            text        not null,
    language        text,
    permalink       text,
    published_at    timestamptz not null,
    observed_at     timestamptz not null,
    likes           bigint,
    comments        bigint,
    shares          bigint,
    saves           bigint,
    views           bigint,
    impressions     bigint,
    reach           bigint,
    rate_method     text,
    engagement_rate double precision,
    hashtags        text[]      not null,
    mentions        text[]      not null,
    links           text[]      not null,
    media           jsonb       not null,
    digest          uuid        not null,
    state           text        not null,
    state_reason    text,
    decided_by      text,
    decided_at      timestamptz,
    received_at     timestamptz not null default now(),
    version         bigint      not null default 0,
    primary key (workspace_id, id)
);
comment on column post.author_key is 'The network''s id of the author, or the folded handle when the network tells no id';
comment on column post.likes is 'Null: the network hides or does not tell it. Never 0 for unknown';
comment on column post.engagement_rate is 'Null: not measurable, see rate_method for the method that would apply';
comment on column post.digest is 'Of the content without its time of observation: equal means nothing to change';
create unique index post_natural_key on post (workspace_id, network, network_post_id);
create index post_newest on post (workspace_id, state, published_at desc, id desc);

create table post_match (
    workspace_id text    not null,
    campaign_id  uuid    not null,
    post_id      uuid    not null,
    by_hashtag   boolean not null,
    by_mention   boolean not null,
    primary key (workspace_id, campaign_id, post_id)
);
create index post_match_post on post_match (workspace_id, post_id);

alter table campaign enable row level security;
alter table campaign force row level security;
create policy workspace on campaign using (workspace_id = current_setting('app.workspace'));

alter table live_campaigns enable row level security;
alter table live_campaigns force row level security;
create policy workspace on live_campaigns using (workspace_id = current_setting('app.workspace'));

alter table post enable row level security;
alter table post force row level security;
create policy workspace on post using (workspace_id = current_setting('app.workspace'));

alter table post_match enable row level security;
alter table post_match force row level security;
create policy workspace on post_match using (workspace_id = current_setting('app.workspace'));
