-- A workspace may divide creators in its own way: schemes are added and withdrawn, never changed, and stored tiers follow.

alter table tier_scheme
    add recorded_at  timestamptz not null default now(),
    add withdrawn_at timestamptz;
comment on column tier_scheme.withdrawn_at is 'From here on the scheme is not in force; tiers that were decided by it keep its name until they are decided anew';

create policy workspace_adds on tier_scheme for insert
    with check (workspace_id = current_setting('app.workspace') and workspace_id <> '*');
create policy workspace_withdraws on tier_scheme for update
    using (workspace_id = current_setting('app.workspace') and workspace_id <> '*');
-- Whoever makes the stored tiers follow must know which workspaces have schemes of their own.
create policy service_reads on tier_scheme for select using (current_setting('app.workspace') = '*');

create policy workspace_adds on tier_band for insert
    with check (workspace_id = current_setting('app.workspace') and workspace_id <> '*');

-- How far the stored tiers of a workspace follow the scheme in force.
create table tier_following (
    workspace_id text        not null,
    scheme       text        not null,
    walked_to    uuid        not null,
    finished_at  timestamptz,
    primary key (workspace_id)
);
comment on column tier_following.walked_to is 'Creators up to this id have been decided by the scheme';

alter table tier_following enable row level security;
alter table tier_following force row level security;
create policy workspace on tier_following using (workspace_id = current_setting('app.workspace'));
