-- What signals of an audience weigh. Rows of workspace '*' hold for every workspace that has none of its own. Inserted before the
-- policies exist, because those let nobody write them.

create table audience_model (
    workspace_id   text          not null,
    model          text          not null,
    valid_from     date          not null,
    source         text          not null,
    prior          numeric(6, 3) not null,
    least_coverage numeric(3, 2) not null,
    primary key (workspace_id, model)
);
comment on column audience_model.valid_from is 'The model in force is the latest that has begun; the workspace''s own go before those of *';
comment on column audience_model.prior is 'Natural log-odds of an account of which nothing is known';
comment on column audience_model.least_coverage is 'Least part of the evidence that must be known for an estimate; evidence is counted by how much a signal can matter';

create table audience_signal (
    workspace_id text not null,
    model        text not null,
    signal       text not null,
    source       text not null,
    primary key (workspace_id, model, signal),
    foreign key (workspace_id, model) references audience_model (workspace_id, model)
);

create table audience_weight (
    workspace_id text             not null,
    model        text             not null,
    signal       text             not null,
    at           double precision not null,
    weight       numeric(6, 3)    not null,
    primary key (workspace_id, model, signal, at),
    foreign key (workspace_id, model, signal) references audience_signal (workspace_id, model, signal)
);
comment on column audience_weight.weight is 'Weight of evidence of this value, in natural log-odds; straight lines between values';

insert into audience_model (workspace_id, model, valid_from, source, prior, least_coverage) values
    ('*', 'signals-2026', '2026-01-01',
     'Groundswell starting values, 2026, set by judgement before any data: 0.4 is 60 %, a little more than the half of larger accounts that HypeAuditor found without inflated figures (State of Influencer Marketing 2020), because small accounts have less reason to buy', 0.400, 0.35);

insert into audience_signal (workspace_id, model, signal, source) values
    ('*', 'signals-2026', 'FOLLOWING_PER_FOLLOWER',
     'Direction: Cresci et al., Fame for sale, 2015, arXiv:1509.04098 (ratio of friends to followers); weights by judgement'),
    ('*', 'signals-2026', 'MASS_FOLLOWING',
     'Threshold of 1,500: usual in the trade, for example in reports of infludata and HypeAuditor; weights by judgement'),
    ('*', 'signals-2026', 'BIO',
     'Direction: Cresci et al., Fame for sale, 2015, arXiv:1509.04098 (profile has a biography); weights by judgement'),
    ('*', 'signals-2026', 'PICTURE',
     'Direction: Cresci et al., Fame for sale, 2015, arXiv:1509.04098 (profile has an image); weights by judgement'),
    ('*', 'signals-2026', 'ACCOUNT_AGE',
     'Direction: Cresci et al., Fame for sale, 2015, arXiv:1509.04098 (age of the account); weights by judgement'),
    ('*', 'signals-2026', 'FOLLOWER_STEPS',
     'Direction: Stringhini et al., Follow the green, IMC 2013 (sudden growth of customers of follower markets); weights by judgement'),
    ('*', 'signals-2026', 'COMMENTS_PER_LIKE',
     'Direction: practice of the trade, both unusually few and unusually many comments are a sign of bought or traded reactions; weights by judgement'),
    ('*', 'signals-2026', 'FIRST_DIGITS',
     'Direction: Golbeck, Benford''s Law Applies to Online Social Networks, PLoS ONE 10(8), 2015, e0135169; weights by judgement');

insert into audience_weight (workspace_id, model, signal, at, weight) values
    ('*', 'signals-2026', 'FOLLOWING_PER_FOLLOWER', 0, 0.300),
    ('*', 'signals-2026', 'FOLLOWING_PER_FOLLOWER', 0.5, 0.300),
    ('*', 'signals-2026', 'FOLLOWING_PER_FOLLOWER', 1, 0.000),
    ('*', 'signals-2026', 'FOLLOWING_PER_FOLLOWER', 2, -0.600),
    ('*', 'signals-2026', 'FOLLOWING_PER_FOLLOWER', 5, -1.200),
    ('*', 'signals-2026', 'FOLLOWING_PER_FOLLOWER', 20, -1.600),
    ('*', 'signals-2026', 'MASS_FOLLOWING', 0, 0.100),
    ('*', 'signals-2026', 'MASS_FOLLOWING', 1500, 0.100),
    ('*', 'signals-2026', 'MASS_FOLLOWING', 1501, -0.600),
    ('*', 'signals-2026', 'MASS_FOLLOWING', 5000, -0.900),
    ('*', 'signals-2026', 'BIO', 0, -0.500),
    ('*', 'signals-2026', 'BIO', 1, 0.100),
    ('*', 'signals-2026', 'PICTURE', 0, -0.900),
    ('*', 'signals-2026', 'PICTURE', 1, 0.050),
    ('*', 'signals-2026', 'ACCOUNT_AGE', 0, -0.900),
    ('*', 'signals-2026', 'ACCOUNT_AGE', 30, -0.700),
    ('*', 'signals-2026', 'ACCOUNT_AGE', 180, -0.200),
    ('*', 'signals-2026', 'ACCOUNT_AGE', 365, 0.050),
    ('*', 'signals-2026', 'ACCOUNT_AGE', 1095, 0.300),
    ('*', 'signals-2026', 'FOLLOWER_STEPS', 0, 0.500),
    ('*', 'signals-2026', 'FOLLOWER_STEPS', 0.05, 0.200),
    ('*', 'signals-2026', 'FOLLOWER_STEPS', 0.2, -0.700),
    ('*', 'signals-2026', 'FOLLOWER_STEPS', 0.5, -1.800),
    ('*', 'signals-2026', 'FOLLOWER_STEPS', 1, -2.200),
    ('*', 'signals-2026', 'COMMENTS_PER_LIKE', 0, -0.900),
    ('*', 'signals-2026', 'COMMENTS_PER_LIKE', 0.003, -0.500),
    ('*', 'signals-2026', 'COMMENTS_PER_LIKE', 0.01, 0.100),
    ('*', 'signals-2026', 'COMMENTS_PER_LIKE', 0.03, 0.300),
    ('*', 'signals-2026', 'COMMENTS_PER_LIKE', 0.1, 0.200),
    ('*', 'signals-2026', 'COMMENTS_PER_LIKE', 0.25, -0.300),
    ('*', 'signals-2026', 'COMMENTS_PER_LIKE', 0.6, -1.000),
    ('*', 'signals-2026', 'FIRST_DIGITS', 0, 0.500),
    ('*', 'signals-2026', 'FIRST_DIGITS', 0.05, 0.000),
    ('*', 'signals-2026', 'FIRST_DIGITS', 0.15, -1.200),
    ('*', 'signals-2026', 'FIRST_DIGITS', 0.4, -2.200);

-- Of a sample of an account's followers: how their own follower counts begin. Nobody is named.
create table audience_sample (
    workspace_id text        not null,
    account_id   uuid        not null,
    revision     uuid        not null,
    taken_at     timestamptz not null,
    digits       bigint[]    not null check (cardinality(digits) = 9),
    zeros        bigint      not null,
    primary key (workspace_id, account_id),
    foreign key (workspace_id, account_id) references account (workspace_id, id)
);
comment on column audience_sample.digits is 'How many counts begin with 1, 2, ... 9';
comment on column audience_sample.zeros is 'How many counts are 0';

alter table audience_model enable row level security;
alter table audience_model force row level security;
create policy everybody_reads on audience_model for select using (workspace_id in ('*', current_setting('app.workspace')));

alter table audience_signal enable row level security;
alter table audience_signal force row level security;
create policy everybody_reads on audience_signal for select using (workspace_id in ('*', current_setting('app.workspace')));

alter table audience_weight enable row level security;
alter table audience_weight force row level security;
create policy everybody_reads on audience_weight for select using (workspace_id in ('*', current_setting('app.workspace')));

alter table audience_sample enable row level security;
alter table audience_sample force row level security;
create policy workspace on audience_sample using (workspace_id = current_setting('app.workspace'));
