-- People who make content, their accounts on the networks, and what they contributed to campaigns.

-- Reference data: what a number of followers is called. Rows of workspace '*' hold for every workspace that has none of its
-- own. Inserted before the policy exists, because the policy lets nobody write them.
create table tier_scheme (
    workspace_id text not null,
    scheme       text not null,
    valid_from   date not null,
    source       text not null,
    primary key (workspace_id, scheme)
);
comment on column tier_scheme.valid_from is 'The scheme in force is the latest that has begun; the workspace''s own go before those of *';

create table tier_band (
    workspace_id text   not null,
    scheme       text   not null,
    tier         text   not null,
    up_to        bigint,
    primary key (workspace_id, scheme, tier),
    foreign key (workspace_id, scheme) references tier_scheme (workspace_id, scheme)
);
comment on column tier_band.up_to is 'Most followers that still belong to the tier; null: no upper end';

insert into tier_scheme (workspace_id, scheme, valid_from, source) values
    ('*', 'standard-2021', '2021-01-01',
     'Influencer tiers as the trade used them in 2021: nano under 10,000, micro 10,000 to 100,000, mid to 500,000, macro to 1,000,000');
insert into tier_band (workspace_id, scheme, tier, up_to) values
    ('*', 'standard-2021', 'NANO', 9999),
    ('*', 'standard-2021', 'MICRO', 100000),
    ('*', 'standard-2021', 'MID', 500000),
    ('*', 'standard-2021', 'MACRO', 1000000),
    ('*', 'standard-2021', 'MEGA', null);

create table creator (
    workspace_id   text        not null,
    id             uuid        not null,
    display_name   text        not null,
    kind           text        not null,
    stage          text        not null,
    discovered_via text        not null,
    followers      bigint,
    tier           text,
    tier_scheme    text,
    tier_certain   boolean     not null,
    created_at     timestamptz not null,
    updated_at     timestamptz not null,
    version        bigint      not null,
    primary key (workspace_id, id)
);
comment on column creator.followers is 'Of the largest account; null: no account tells it';
comment on column creator.tier_scheme is 'The scheme by which the tier was decided';
create index creator_by_followers on creator (workspace_id, (coalesce(followers, -1)), id);
create index creator_by_tier on creator (workspace_id, tier, id);
create index creator_by_stage on creator (workspace_id, stage, id);
create index creator_by_kind on creator (workspace_id, kind, id) where kind <> 'EXTERNAL';
create index creator_by_discovery on creator (workspace_id, discovered_via, id);

create table account (
    workspace_id        text        not null,
    id                  uuid        not null,
    creator_id          uuid        not null,
    network             text        not null,
    user_id             text,
    handle              text,
    handle_key          text,
    display_name        text,
    followers           bigint,
    followers_precision bigint,
    following           bigint,
    posts               bigint,
    bio                 text,
    language            text,
    country             text,
    verified            boolean,
    profile_url         text,
    tier                text,
    tier_certain        boolean     not null,
    observed_at         timestamptz not null,
    primary key (workspace_id, id),
    foreign key (workspace_id, creator_id) references creator (workspace_id, id)
);
comment on column account.user_id is 'The network''s own id, which outlives a change of handle';
comment on column account.handle is 'As last seen; null when only the id is known';
comment on column account.handle_key is 'Folded handle, claimed by the account last seen with it; null when another took it over';
comment on column account.followers_precision is 'The count may be off by less than this; null: exact';
comment on column account.observed_at is 'When these figures were true; earlier observations change nothing';
create unique index account_user on account (workspace_id, network, user_id);
create unique index account_handle on account (workspace_id, network, handle_key);
create index account_creator on account (workspace_id, creator_id);
create index account_language on account (workspace_id, language, creator_id) where language is not null;
create index account_country on account (workspace_id, country, creator_id) where country is not null;

-- What a post that matched a campaign told us: the engagement of one post of one account.
create table post_sample (
    workspace_id text        not null,
    post_id      uuid        not null,
    account_id   uuid        not null,
    language     text,
    published_at timestamptz not null,
    observed_at  timestamptz not null,
    likes        bigint,
    comments     bigint,
    shares       bigint,
    saves        bigint,
    views        bigint,
    impressions  bigint,
    reach        bigint,
    primary key (workspace_id, post_id)
);
comment on column post_sample.post_id is 'Id of the post in campaign-service';
comment on column post_sample.likes is 'Null: the network hides or does not tell it. Never 0 for unknown';
create index post_sample_account on post_sample (workspace_id, account_id, published_at desc);

create table campaign_post (
    workspace_id text not null,
    campaign_id  uuid not null,
    post_id      uuid not null,
    primary key (workspace_id, campaign_id, post_id)
);
create index campaign_post_post on campaign_post (workspace_id, post_id);

-- Counted anew from campaign_post whenever that changes, so it cannot drift.
create table participation (
    workspace_id text        not null,
    campaign_id  uuid        not null,
    creator_id   uuid        not null,
    posts        bigint      not null,
    last_post_at timestamptz not null,
    primary key (workspace_id, campaign_id, creator_id)
);
create index participation_ranking on participation (workspace_id, campaign_id, posts desc, creator_id desc);

alter table tier_scheme enable row level security;
alter table tier_scheme force row level security;
create policy everybody_reads on tier_scheme for select using (workspace_id in ('*', current_setting('app.workspace')));

alter table tier_band enable row level security;
alter table tier_band force row level security;
create policy everybody_reads on tier_band for select using (workspace_id in ('*', current_setting('app.workspace')));

alter table creator enable row level security;
alter table creator force row level security;
create policy workspace on creator using (workspace_id = current_setting('app.workspace'));

alter table account enable row level security;
alter table account force row level security;
create policy workspace on account using (workspace_id = current_setting('app.workspace'));

alter table post_sample enable row level security;
alter table post_sample force row level security;
create policy workspace on post_sample using (workspace_id = current_setting('app.workspace'));

alter table campaign_post enable row level security;
alter table campaign_post force row level security;
create policy workspace on campaign_post using (workspace_id = current_setting('app.workspace'));

alter table participation enable row level security;
alter table participation force row level security;
create policy workspace on participation using (workspace_id = current_setting('app.workspace'));
