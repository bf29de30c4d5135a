-- Creators that may be one person. Keys and candidates are derived from accounts and can be found anew at any time; what a
-- person decided about a pair is kept.

-- Reference data. Rows of workspace '*' hold for every workspace that has none of its own. Inserted before the policy exists,
-- because the policy lets nobody write them.
create table duplicate_model (
    workspace_id      text             not null,
    model             text             not null,
    valid_from        date             not null,
    prior             double precision not null,
    least_probability double precision not null,
    source            text             not null,
    primary key (workspace_id, model)
);
comment on column duplicate_model.valid_from is 'The model in force is the latest that has begun; the workspace''s own go before those of *';
comment on column duplicate_model.prior is 'Log-odds that two creators with anything in common are one person, before that is weighed';

create table duplicate_weight (
    workspace_id text             not null,
    model        text             not null,
    evidence     text             not null,
    weight       double precision not null,
    at_least     double precision not null,
    primary key (workspace_id, model, evidence),
    foreign key (workspace_id, model) references duplicate_model (workspace_id, model)
);
comment on column duplicate_weight.at_least is 'From where on it is evidence: characters of a handle, or similarity of two; 0: without a bound';

insert into duplicate_model (workspace_id, model, valid_from, prior, least_probability, source) values
    ('*', 'starting-2026', '2026-01-01', -4.0, 0.3,
     'Groundswell starting values, 2026: judged, not measured; to be replaced by weights from pairs that people decided on');
insert into duplicate_weight (workspace_id, model, evidence, weight, at_least) values
    ('*', 'starting-2026', 'SAME_EMAIL', 7.0, 0),
    ('*', 'starting-2026', 'LINK', 4.5, 0),
    ('*', 'starting-2026', 'LINK_BACK', 2.5, 0),
    ('*', 'starting-2026', 'SAME_WEBSITE', 4.0, 0),
    ('*', 'starting-2026', 'SAME_HANDLE', 4.0, 7),
    ('*', 'starting-2026', 'SAME_SHORT_HANDLE', 2.0, 0),
    ('*', 'starting-2026', 'SIMILAR_HANDLE', 2.0, 0.92),
    ('*', 'starting-2026', 'SAME_NAME', 1.5, 0),
    ('*', 'starting-2026', 'SAME_NETWORK', -1.5, 0),
    ('*', 'starting-2026', 'OTHER_COUNTRY', -1.0, 0);

create table duplicate_key (
    workspace_id text not null,
    kind         text not null,
    key          text not null,
    creator_id   uuid not null,
    primary key (workspace_id, kind, key, creator_id)
);
comment on table duplicate_key is 'By what a creator can be met: only creators with a key in common are compared';
create index duplicate_key_creator on duplicate_key (workspace_id, creator_id);

create table duplicate_candidate (
    workspace_id text             not null,
    first_id     uuid             not null,
    second_id    uuid             not null,
    probability  double precision not null,
    model        text             not null,
    prior        double precision not null,
    evidence     text             not null,
    found_at     timestamptz      not null,
    primary key (workspace_id, first_id, second_id),
    check (first_id < second_id)
);
create index duplicate_candidate_likeliest on duplicate_candidate (workspace_id, (-probability), first_id, second_id);
create index duplicate_candidate_second on duplicate_candidate (workspace_id, second_id);

create table duplicate_dismissal (
    workspace_id text        not null,
    first_id     uuid        not null,
    second_id    uuid        not null,
    reason       text,
    dismissed_at timestamptz not null,
    dismissed_by text        not null,
    primary key (workspace_id, first_id, second_id),
    check (first_id < second_id)
);
comment on table duplicate_dismissal is 'Pairs of which a person said that they are two people';

create table duplicate_sweep (
    workspace_id text not null primary key,
    model        text not null,
    changed_in   xid8 not null,
    creator_id   uuid not null
);
comment on table duplicate_sweep is 'Up to which creator.changed_in, and which creator of it, the candidates are found';

alter table duplicate_model enable row level security;
alter table duplicate_model force row level security;
create policy everybody_reads on duplicate_model for select using (workspace_id in ('*', current_setting('app.workspace')));

alter table duplicate_weight enable row level security;
alter table duplicate_weight force row level security;
create policy everybody_reads on duplicate_weight for select using (workspace_id in ('*', current_setting('app.workspace')));

alter table duplicate_key enable row level security;
alter table duplicate_key force row level security;
create policy workspace on duplicate_key using (workspace_id = current_setting('app.workspace'));

alter table duplicate_candidate enable row level security;
alter table duplicate_candidate force row level security;
create policy workspace on duplicate_candidate using (workspace_id = current_setting('app.workspace'));

alter table duplicate_dismissal enable row level security;
alter table duplicate_dismissal force row level security;
create policy workspace on duplicate_dismissal using (workspace_id = current_setting('app.workspace'));

alter table duplicate_sweep enable row level security;
alter table duplicate_sweep force row level security;
create policy workspace on duplicate_sweep using (workspace_id = current_setting('app.workspace'));
