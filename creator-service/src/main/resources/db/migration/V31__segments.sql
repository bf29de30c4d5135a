-- Searches that somebody keeps. Who belongs to one is never stored: it is searched for when it is asked.
create table segment (
    workspace_id text        not null,
    id           uuid        not null,
    name         text        not null,
    criteria     jsonb       not null,
    created_at   timestamptz not null,
    updated_at   timestamptz not null,
    version      bigint      not null,
    primary key (workspace_id, id)
);
alter table segment enable row level security;
alter table segment force row level security;
create policy workspace on segment using (workspace_id = current_setting('app.workspace'));
