-- The roster, what employees share, the short links of their shares, and the clicks that come back.

create table employee (
    workspace_id  text        not null,
    id            uuid        not null,
    work_email    text        not null,
    email_key     text        not null,
    name          text,
    department    text,
    job_function  text,
    location      text,
    manager_email text,
    active        boolean     not null,
    created_at    timestamptz not null default now(),
    updated_at    timestamptz not null default now(),
    version       bigint      not null default 0,
    primary key (workspace_id, id)
);
comment on column employee.work_email is 'As the employer writes it';
comment on column employee.email_key is 'The folded address: the natural key, and what a token''s e-mail is compared with';
create unique index employee_natural_key on employee (workspace_id, email_key);
create index employee_department on employee (workspace_id, department, email_key);

create table share_pack (
    workspace_id text        not null,
    id           uuid        not null,
    campaign_id  uuid        not null,
    title        text        not null,
    landing_url  text        not null,
    disclosure   text        not null,
    variants     jsonb       not null,
    created_at   timestamptz not null,
    version      bigint      not null,
    primary key (workspace_id, id)
);
create index share_pack_campaign on share_pack (workspace_id, campaign_id, id);

create table share (
    workspace_id text        not null,
    id           uuid        not null,
    pack_id      uuid        not null,
    employee_id  uuid        not null,
    network      text        not null,
    variant      integer     not null,
    text         text        not null,
    code         text        not null,
    created_at   timestamptz not null,
    primary key (workspace_id, id)
);
comment on column share.text is 'What the employee was given to post, with disclosure and short link';
create unique index share_natural_key on share (workspace_id, pack_id, employee_id, network);
create index share_employee on share (workspace_id, employee_id);

-- What the redirect needs and nothing else, because the redirect has no token and reads the links of every workspace.
create table short_link (
    workspace_id text    not null,
    code         text    not null,
    share_id     uuid    not null,
    location     text    not null,
    active       boolean not null default true,
    revised      xid8    not null default pg_current_xact_id(),
    primary key (workspace_id, code)
);
comment on column short_link.location is 'Where it leads, with campaign parameters';
comment on column short_link.revised is 'Transaction of the last change: readers follow changes in commit order by it';
-- The two indexes that the workspace does not lead: a visitor has only the code, and it must be unique for all; each replica
-- follows the changes of all workspaces.
create unique index short_link_code on short_link (code);
create index short_link_revised on short_link (revised, code);
create unique index short_link_share on short_link (workspace_id, share_id);

-- Raw clicks, for 30 days. The visitor is a hash under a key that is thrown away after two days; no address is stored.
create table click (
    workspace_id text        not null,
    id           uuid        not null,
    share_id     uuid        not null,
    visitor      uuid        not null,
    at           timestamptz not null,
    bot          boolean     not null,
    verdict      text,
    stored_at    timestamptz not null default now(),
    primary key (workspace_id, id)
);
comment on column click.id is 'Given when the click was written to the journal: storing it again changes nothing';
comment on column click.verdict is 'COUNTED, REPEAT or BOT; null only within the transaction that stores it';
create index click_visitor on click (workspace_id, share_id, visitor, at);
-- Rows lie in the order of stored_at, so a few pages of summary find the expired ones of all workspaces.
create index click_age on click using brin (stored_at);

-- Totals that outlive the raw clicks, moved in the transaction that stores or judges them.
create table share_day (
    workspace_id text   not null,
    share_id     uuid   not null,
    day          date   not null,
    clicks       bigint not null,
    repeats      bigint not null,
    bots         bigint not null,
    primary key (workspace_id, share_id, day)
);
comment on column share_day.day is 'In UTC, by the time of the click';

-- Belongs to the service, not to a workspace: all replicas must hash a visitor alike.
create table visitor_salt (
    day  date  not null primary key,
    salt bytea not null
);
comment on table visitor_salt is 'Random, one a day; deleted after two days, which makes the day''s visitors unknowable';

alter table employee enable row level security;
alter table employee force row level security;
create policy workspace on employee using (workspace_id = current_setting('app.workspace'));

alter table share_pack enable row level security;
alter table share_pack force row level security;
create policy workspace on share_pack using (workspace_id = current_setting('app.workspace'));

alter table share enable row level security;
alter table share force row level security;
create policy workspace on share using (workspace_id = current_setting('app.workspace'));

alter table short_link enable row level security;
alter table short_link force row level security;
create policy workspace on short_link using (workspace_id = current_setting('app.workspace'));
create policy redirect_reads on short_link for select using (current_setting('app.workspace') = '*');

alter table click enable row level security;
alter table click force row level security;
create policy workspace on click using (workspace_id = current_setting('app.workspace'));
create policy retention_sees on click for select
    using (current_setting('app.workspace') = '*' and stored_at < now() - interval '30 days');
create policy retention_deletes on click for delete
    using (current_setting('app.workspace') = '*' and stored_at < now() - interval '30 days');

alter table share_day enable row level security;
alter table share_day force row level security;
create policy workspace on share_day using (workspace_id = current_setting('app.workspace'));
