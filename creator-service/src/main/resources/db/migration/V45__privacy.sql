-- What the law asks about the people whose data is kept: by what right, told when, how long, and who was erased.

alter table creator add column employee_id uuid;
comment on column creator.employee_id is 'Id of the person on the roster of advocacy-service';
alter table creator add column notice_open boolean not null default true;
comment on column creator.notice_open is 'The person was not told yet that data about them is kept';
create index creator_notice on creator (workspace_id, created_at, id) where notice_open;

-- Only of creators of whom anything but the defaults is known: an import of a million rows writes none here.
create table creator_privacy (
    workspace_id     text        not null,
    id               uuid        not null,
    lawful_basis     text        not null,
    basis_source     text,
    basis_since      timestamptz not null,
    age_group        text        not null,
    age_source       text,
    age_since        timestamptz,
    notice_sent_at   timestamptz,
    notice_channel   text,
    objected_at      timestamptz,
    objection_reason text,
    version          bigint      not null,
    primary key (workspace_id, id),
    foreign key (workspace_id, id) references creator (workspace_id, id)
);
comment on column creator_privacy.id is 'Of the creator';

-- That a person was erased, on which ground of Art. 17(1) GDPR and by whom: proof that names nobody who was erased.
create table erasure (
    workspace_id text        not null,
    creator_id   uuid        not null,
    ground       text        not null,
    erased_by    text        not null,
    erased_at    timestamptz not null,
    primary key (workspace_id, creator_id)
);
comment on column erasure.erased_by is 'Subject of the token';

create table erased_account (
    workspace_id text    not null,
    mark         uuid    not null,
    creator_id   uuid    not null,
    account_id   uuid    not null,
    identified   boolean not null,
    primary key (workspace_id, mark)
);
comment on table erased_account is 'Keyed hashes of the user ids and handles of erased people; without the key they say nothing';
comment on column erased_account.identified is 'The network''s id of the account was known: its handle says nothing against another id';

-- How long is long enough. Rows of workspace '*' hold for every workspace that has none of its own. Inserted before the policy
-- exists, because the policy lets nobody write them.
create table privacy_terms (
    workspace_id   text    not null,
    valid_from     date    not null,
    notice_months  integer not null,
    retention_days integer not null,
    source         text    not null,
    primary key (workspace_id, valid_from)
);
comment on column privacy_terms.notice_months is 'A person must be told within this many calendar months after data was first collected';
comment on column privacy_terms.retention_days is 'Who did not change for this long is due for review';
insert into privacy_terms (workspace_id, valid_from, notice_months, retention_days, source) values
    ('*', '2018-05-25', 1, 730,
     'Notice: Art. 14(3)(a) GDPR, at the latest within one month. Retention: no law names a period; two years without a change, until the workspace sets its own');

alter table creator_privacy enable row level security;
alter table creator_privacy force row level security;
create policy workspace on creator_privacy using (workspace_id = current_setting('app.workspace'));

alter table erasure enable row level security;
alter table erasure force row level security;
create policy workspace on erasure using (workspace_id = current_setting('app.workspace'));

alter table erased_account enable row level security;
alter table erased_account force row level security;
create policy workspace on erased_account using (workspace_id = current_setting('app.workspace'));

alter table privacy_terms enable row level security;
alter table privacy_terms force row level security;
create policy everybody_reads on privacy_terms for select using (workspace_id in ('*', current_setting('app.workspace')));
create policy workspace_writes on privacy_terms for insert with check (workspace_id = current_setting('app.workspace'));
create policy workspace_changes on privacy_terms for update using (workspace_id = current_setting('app.workspace'));

-- What was told of a person is forgotten with the person: the event stays in its place, without names.
create policy workspace_forgets on outbox for update using (workspace_id = current_setting('app.workspace'));
create index outbox_aggregate on outbox (workspace_id, aggregateid);
