-- Collections of posts that are shown in public, and the number by which readers know that nothing has changed.
create table collection (
    workspace_id text        not null,
    id           uuid        not null,
    public_id    text        not null,
    name         text        not null,
    title        text        not null,
    channel      text        not null,
    territory    text,
    campaign_id  uuid,
    item_order   text        not null,
    published    boolean     not null default false,
    published_at timestamptz,
    created_at   timestamptz not null,
    updated_at   timestamptz not null,
    version      bigint      not null default 0,
    primary key (workspace_id, id)
);
comment on column collection.public_id is 'What the public knows of it, and nobody can guess';
comment on column collection.territory is 'ISO 3166-1 alpha-2; null: shown everywhere, so rights are needed everywhere';
comment on column collection.campaign_id is 'Null: posts are picked by hand; else it shows all publishable posts of the campaign';
-- The one index that the workspace does not lead: a visitor has only the public id, and it must be unique for all.
create unique index collection_public_id on collection (public_id);
create index collection_campaign on collection (workspace_id, campaign_id);

create table collection_item (
    workspace_id  text        not null,
    collection_id uuid        not null,
    post_id       uuid        not null,
    pin           integer,
    products      jsonb       not null default '[]',
    excluded      boolean     not null default false,
    added_at      timestamptz not null,
    primary key (workspace_id, collection_id, post_id)
);
comment on table collection_item is 'Posts picked by hand; for a collection of a campaign, what is said of single posts of it';
comment on column collection_item.pin is 'Place among those that come first, from 1';
comment on column collection_item.excluded is 'Of a collection of a campaign: this post is not shown';
create index collection_item_post on collection_item (workspace_id, post_id);

-- What may be in a collection, before rights are looked at.
create view collection_post with (security_invoker = true) as
select c.workspace_id, c.id as collection_id, m.post_id, i.pin, coalesce(i.products, '[]'::jsonb) as products
from collection c
join post_match m on m.workspace_id = c.workspace_id and m.campaign_id = c.campaign_id
left join collection_item i on i.workspace_id = c.workspace_id and i.collection_id = c.id and i.post_id = m.post_id
where not coalesce(i.excluded, false)
union all
select c.workspace_id, c.id, i.post_id, i.pin, i.products
from collection c
join collection_item i on i.workspace_id = c.workspace_id and i.collection_id = c.id
where c.campaign_id is null;

-- The transaction that last changed what may be shown. A transaction's id comes once, so a reader that finds the one it knows
-- has missed nothing; and it is written by the changing transaction itself, so it becomes visible with the change.
create table gallery_revision (
    workspace_id text not null primary key,
    revision     xid8 not null
);

create function touch_gallery() returns trigger language plpgsql as $$
begin
    insert into gallery_revision (workspace_id, revision)
    values (case when tg_op = 'DELETE' then old.workspace_id else new.workspace_id end, pg_current_xact_id())
    on conflict (workspace_id) do update set revision = excluded.revision
        where gallery_revision.revision <> excluded.revision;
    return null;
end $$;

-- Figures are left out: they may decide on the order and never on whether something is shown, and most updates are of figures.
create trigger gallery_sees_posts after update on post for each row
    when ((old.state in ('PUBLISHABLE', 'PUBLISHED') or new.state in ('PUBLISHABLE', 'PUBLISHED'))
        and (old.state, old.text, old.language, old.permalink, old.published_at, old.media, old.author ->> 'handle',
            old.author ->> 'displayName')
        is distinct from (new.state, new.text, new.language, new.permalink, new.published_at, new.media,
            new.author ->> 'handle', new.author ->> 'displayName'))
    execute function touch_gallery();
create trigger gallery_sees_deleted_posts after delete on post for each row
    when (old.state in ('PUBLISHABLE', 'PUBLISHED')) execute function touch_gallery();
create trigger gallery_sees_grants after insert or update or delete on rights_grant for each row execute function touch_gallery();
create trigger gallery_sees_collections after update or delete on collection for each row
    execute function touch_gallery();
create trigger gallery_sees_items after insert or update or delete on collection_item for each row
    execute function touch_gallery();

alter table collection enable row level security;
alter table collection force row level security;
create policy workspace on collection using (workspace_id = current_setting('app.workspace'));
-- Whoever reads in public knows no workspace.
create policy public_reads on collection for select using (current_setting('app.workspace') = '*' and published);

alter table collection_item enable row level security;
alter table collection_item force row level security;
create policy workspace on collection_item using (workspace_id = current_setting('app.workspace'));

alter table gallery_revision enable row level security;
alter table gallery_revision force row level security;
create policy workspace on gallery_revision using (workspace_id = current_setting('app.workspace'));
-- One statement renews what a replica knows of all workspaces that are being read.
create policy public_reads on gallery_revision for select using (current_setting('app.workspace') = '*');
