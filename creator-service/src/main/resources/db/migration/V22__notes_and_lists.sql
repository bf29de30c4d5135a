-- What people write about creators, and lists that they put together by hand.

create table creator_note (
    workspace_id text        not null,
    id           uuid        not null,
    creator_id   uuid        not null,
    author       text        not null,
    edited_by    text,
    text         text        not null,
    created_at   timestamptz not null,
    updated_at   timestamptz not null,
    version      bigint      not null,
    primary key (workspace_id, id),
    foreign key (workspace_id, creator_id) references creator (workspace_id, id)
);
comment on column creator_note.author is 'Subject of the token that wrote it';
create index creator_note_creator on creator_note (workspace_id, creator_id, id);

create table creator_list (
    workspace_id text        not null,
    id           uuid        not null,
    name         text        not null,
    name_key     text        not null,
    description  text,
    created_by   text        not null,
    created_at   timestamptz not null,
    updated_at   timestamptz not null,
    version      bigint      not null,
    primary key (workspace_id, id)
);
comment on column creator_list.name_key is 'Folded name, which no two lists share';
create unique index creator_list_name on creator_list (workspace_id, name_key);

create table creator_list_member (
    workspace_id text        not null,
    list_id      uuid        not null,
    creator_id   uuid        not null,
    added_by     text        not null,
    added_at     timestamptz not null,
    primary key (workspace_id, list_id, creator_id),
    foreign key (workspace_id, list_id) references creator_list (workspace_id, id) on delete cascade,
    foreign key (workspace_id, creator_id) references creator (workspace_id, id)
);
create index creator_list_member_added on creator_list_member (workspace_id, list_id, added_at, creator_id);
create index creator_list_member_creator on creator_list_member (workspace_id, creator_id);

alter table creator_note enable row level security;
alter table creator_note force row level security;
create policy workspace on creator_note using (workspace_id = current_setting('app.workspace'));

alter table creator_list enable row level security;
alter table creator_list force row level security;
create policy workspace on creator_list using (workspace_id = current_setting('app.workspace'));

alter table creator_list_member enable row level security;
alter table creator_list_member force row level security;
create policy workspace on creator_list_member using (workspace_id = current_setting('app.workspace'));
