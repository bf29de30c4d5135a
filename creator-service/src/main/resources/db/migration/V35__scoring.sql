-- What a brand looks for, and what each wish weighs.

-- Reference data: rows of workspace '*' hold for every workspace that has none of its own. A version is written once and has no
-- policy by which it could be changed or deleted: scores name it. Those of '*' are inserted before the policies exist, because
-- the policies let nobody write them.
create table score_model (
    workspace_id text not null,
    version      text not null,
    valid_from   date not null,
    source       text not null,
    formula      text not null,
    primary key (workspace_id, version)
);
comment on column score_model.valid_from is 'The model in force is the latest that has begun; the workspace''s own go before those of *';
comment on column score_model.formula is 'What the service does with the numbers';

create table score_model_feature (
    workspace_id text    not null,
    version      text    not null,
    feature      text    not null,
    weight       numeric not null,
    full_at      numeric not null,
    primary key (workspace_id, version, feature),
    foreign key (workspace_id, version) references score_model (workspace_id, version)
);
comment on column score_model_feature.weight is 'Against the other features of the model; only proportions matter';
comment on column score_model_feature.full_at is 'So many of the wanted values count in full; of ENGAGEMENT, so many times the floor';

insert into score_model (workspace_id, version, valid_from, source, formula) values
    ('*', 'fit-2026-1', '2026-01-01',
     'Groundswell starting values, 2026: a judgement, not a measurement; to be replaced by weights of your own', 'additive-1');
insert into score_model_feature (workspace_id, version, feature, weight, full_at) values
    ('*', 'fit-2026-1', 'TOPICS', 30, 2),
    ('*', 'fit-2026-1', 'LANGUAGES', 15, 1),
    ('*', 'fit-2026-1', 'COUNTRIES', 10, 1),
    ('*', 'fit-2026-1', 'TIERS', 10, 1),
    ('*', 'fit-2026-1', 'NETWORKS', 10, 1),
    ('*', 'fit-2026-1', 'ENGAGEMENT', 20, 2),
    ('*', 'fit-2026-1', 'KEYWORDS', 5, 2);

create table customer_profile (
    workspace_id text        not null,
    id           uuid        not null,
    created_at   timestamptz not null,
    updated_at   timestamptz not null,
    deleted_at   timestamptz,
    version      bigint      not null,
    primary key (workspace_id, id)
);
comment on column customer_profile.deleted_at is 'When it was taken out of use; its versions stay, because scores name them';

create table customer_profile_version (
    workspace_id text        not null,
    profile_id   uuid        not null,
    version      bigint      not null,
    content      jsonb       not null,
    model        text        not null,
    saved_at     timestamptz not null,
    primary key (workspace_id, profile_id, version),
    foreign key (workspace_id, profile_id) references customer_profile (workspace_id, id)
);
comment on column customer_profile_version.model is 'Version of the score model that was in force; of the workspace, else of *';

alter table score_model enable row level security;
alter table score_model force row level security;
create policy everybody_reads on score_model for select using (workspace_id in ('*', current_setting('app.workspace')));
create policy workspace_adds on score_model for insert with check (workspace_id = current_setting('app.workspace'));

alter table score_model_feature enable row level security;
alter table score_model_feature force row level security;
create policy everybody_reads on score_model_feature for select
    using (workspace_id in ('*', current_setting('app.workspace')));
create policy workspace_adds on score_model_feature for insert with check (workspace_id = current_setting('app.workspace'));

alter table customer_profile enable row level security;
alter table customer_profile force row level security;
create policy workspace on customer_profile using (workspace_id = current_setting('app.workspace'));

alter table customer_profile_version enable row level security;
alter table customer_profile_version force row level security;
create policy workspace_reads on customer_profile_version for select
    using (workspace_id = current_setting('app.workspace'));
create policy workspace_adds on customer_profile_version for insert
    with check (workspace_id = current_setting('app.workspace'));
