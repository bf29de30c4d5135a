-- Tables of the kit's trial service, made as services make theirs.

create table note (
    workspace_id text   not null,
    id           uuid   not null,
    version      bigint not null,
    text         text   not null check (length(text) <= 100),
    stars        int    not null,
    primary key (workspace_id, id)
);
alter table note enable row level security;
alter table note force row level security;
create policy workspace on note
    using (workspace_id = current_setting('app.workspace'))
    with check (workspace_id = current_setting('app.workspace'));

-- What a reader of the feed made of events; no key, so that a second effect of one event shows.
create table effect (
    workspace_id text not null,
    reader       text not null,
    event_id     uuid not null,
    place        bigint not null generated always as identity
);
alter table effect enable row level security;
alter table effect force row level security;
create policy workspace on effect
    using (workspace_id = current_setting('app.workspace'))
    with check (workspace_id = current_setting('app.workspace'));
