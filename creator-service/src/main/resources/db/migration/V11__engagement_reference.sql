-- Reference data of engagement: how a rate is made, what is typical, what to expect. Rows are added and withdrawn, never changed; of
-- the rows with one key, the workspace's own go before those of '*', then the latest that has begun. The rows of '*' are inserted before
-- the policies exist, because those let nobody write them.

create table engagement_rule (
    workspace_id     text        not null,
    id               uuid        not null,
    network          text        not null,
    method           text        not null,
    fallback_method  text,
    aggregator       text        not null,
    window_days      integer     not null,
    counts_shares    boolean     not null,
    counts_saves     boolean     not null,
    enough_posts     integer     not null,
    enough_followers bigint      not null,
    valid_from       date        not null,
    source           text        not null,
    recorded_at      timestamptz not null,
    withdrawn_at     timestamptz,
    primary key (workspace_id, id)
);
comment on table engagement_rule is 'How the engagement rate of an account on a network is made when nobody asks for another way';
comment on column engagement_rule.enough_posts is 'A sample of fewer posts, or of an account with fewer followers than enough_followers, is shrunk to the prior';
create unique index engagement_rule_version on engagement_rule (workspace_id, network, valid_from) where withdrawn_at is null;

create table engagement_prior (
    workspace_id     text        not null,
    id               uuid        not null,
    network          text        not null,
    tier             text        not null,
    method           text        not null,
    median_rate      numeric     not null,
    between_creators numeric     not null,
    within_creator   numeric     not null,
    valid_from       date        not null,
    source           text        not null,
    recorded_at      timestamptz not null,
    withdrawn_at     timestamptz,
    primary key (workspace_id, id)
);
comment on column engagement_prior.median_rate is 'Engagement rate of the typical creator: half of them are above';
comment on column engagement_prior.between_creators is 'Standard deviation of the natural logarithm of creators'' rates';
comment on column engagement_prior.within_creator is 'Standard deviation of the natural logarithm of the rates of one creator''s posts';
create unique index engagement_prior_version on engagement_prior (workspace_id, network, tier, method, valid_from)
    where withdrawn_at is null;

create table benchmark (
    workspace_id      text        not null,
    id                uuid        not null,
    network           text        not null,
    tier              text        not null,
    method            text        not null,
    lower_quartile    numeric     not null,
    median            numeric     not null,
    upper_quartile    numeric     not null,
    posts_per_30_days numeric     not null,
    valid_from        date        not null,
    source            text        not null,
    recorded_at       timestamptz not null,
    withdrawn_at      timestamptz,
    primary key (workspace_id, id)
);
comment on column benchmark.median is 'Engagement rate, by the method';
comment on column benchmark.posts_per_30_days is 'Posts of the typical creator';
create unique index benchmark_version on benchmark (workspace_id, network, tier, valid_from) where withdrawn_at is null;

insert into engagement_rule (workspace_id, id, network, method, fallback_method, aggregator, window_days, counts_shares, counts_saves,
    enough_posts, enough_followers, valid_from, source, recorded_at)
select '*', uuidv7(), network, method, fallback, 'MEDIAN', 60, shares, false, 10, 2000, '2026-01-01',
    'Groundswell rules, 2026: the way in which the network''s own figures are told', now()
from (values
    ('INSTAGRAM', 'BY_FOLLOWERS', null, false),
    ('FACEBOOK', 'BY_FOLLOWERS', null, false),
    ('TIKTOK', 'BY_VIEWS', null, true),
    ('YOUTUBE', 'BY_VIEWS', null, true),
    ('X', 'BY_IMPRESSIONS', 'BY_FOLLOWERS', true),
    ('LINKEDIN', 'BY_IMPRESSIONS', 'BY_FOLLOWERS', true),
    ('MASTODON', 'BY_FOLLOWERS', null, true),
    ('BLUESKY', 'BY_FOLLOWERS', null, true),
    ('OTHER', 'BY_FOLLOWERS', null, true)) as rule (network, method, fallback, shares);

-- Wide on purpose: a prior that knows little gives way to a handful of posts.
insert into engagement_prior (workspace_id, id, network, tier, method, median_rate, between_creators, within_creator, valid_from,
    source, recorded_at)
select '*', uuidv7(), network, tier, method, round(rate * share, 6), 0.7, 0.8, '2026-01-01',
    'Groundswell starting values, 2026: set by judgement, wide on purpose, to be replaced by your own', now()
from (values
    ('INSTAGRAM', 0.030, 0.050, 0.040, 0.045),
    ('FACEBOOK', 0.012, 0.030, 0.020, 0.025),
    ('TIKTOK', 0.050, 0.060, 0.055, 0.060),
    ('YOUTUBE', 0.020, 0.040, 0.030, 0.040),
    ('X', 0.008, 0.025, 0.020, 0.020),
    ('LINKEDIN', 0.020, 0.035, 0.030, 0.030),
    ('MASTODON', 0.015, 0.030, 0.025, 0.025),
    ('BLUESKY', 0.015, 0.030, 0.025, 0.025),
    ('OTHER', 0.020, 0.030, 0.025, 0.025)) as n (network, by_followers, by_reach, by_impressions, by_views)
cross join lateral (values
    ('BY_FOLLOWERS', by_followers), ('BY_REACH', by_reach), ('BY_IMPRESSIONS', by_impressions), ('BY_VIEWS', by_views)) as m (method, rate)
cross join (values ('NANO', 1.0), ('MICRO', 0.8), ('MID', 0.65), ('MACRO', 0.55), ('MEGA', 0.5)) as t (tier, share);

-- Quartiles of the starting priors: half of all creators are within 0.6745 standard deviations.
insert into benchmark (workspace_id, id, network, tier, method, lower_quartile, median, upper_quartile, posts_per_30_days, valid_from,
    source, recorded_at)
select '*', uuidv7(), p.network, p.tier, p.method, round(p.median_rate * exp(-0.6745 * p.between_creators), 6), p.median_rate,
    round(p.median_rate * exp(0.6745 * p.between_creators), 6), posts, '2026-01-01',
    'Groundswell starting values, 2026: quartiles of the starting priors, posts set by judgement, to be replaced by your own', now()
from engagement_prior p
join engagement_rule r on r.network = p.network and r.method = p.method
join (values ('NANO', 8), ('MICRO', 12), ('MID', 16), ('MACRO', 20), ('MEGA', 24)) as t (tier, posts) on t.tier = p.tier;

alter table engagement_rule enable row level security;
alter table engagement_rule force row level security;
create policy everybody_reads on engagement_rule for select using (workspace_id in ('*', current_setting('app.workspace')));
create policy workspace_adds on engagement_rule for insert
    with check (workspace_id = current_setting('app.workspace') and workspace_id <> '*');
create policy workspace_withdraws on engagement_rule for update
    using (workspace_id = current_setting('app.workspace') and workspace_id <> '*');

alter table engagement_prior enable row level security;
alter table engagement_prior force row level security;
create policy everybody_reads on engagement_prior for select using (workspace_id in ('*', current_setting('app.workspace')));
create policy workspace_adds on engagement_prior for insert
    with check (workspace_id = current_setting('app.workspace') and workspace_id <> '*');
create policy workspace_withdraws on engagement_prior for update
    using (workspace_id = current_setting('app.workspace') and workspace_id <> '*');

alter table benchmark enable row level security;
alter table benchmark force row level security;
create policy everybody_reads on benchmark for select using (workspace_id in ('*', current_setting('app.workspace')));
create policy workspace_adds on benchmark for insert
    with check (workspace_id = current_setting('app.workspace') and workspace_id <> '*');
create policy workspace_withdraws on benchmark for update
    using (workspace_id = current_setting('app.workspace') and workspace_id <> '*');
