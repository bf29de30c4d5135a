-- Rules that decide on posts as they arrive, and who or what decided on each post.
create table moderation_rule (
    workspace_id text        not null,
    id           uuid        not null,
    name         text        not null,
    action       text        not null,
    condition    jsonb       not null,
    campaign_id  uuid,
    enabled      boolean     not null,
    regex_size   integer     not null,
    created_at   timestamptz not null,
    updated_at   timestamptz not null,
    version      bigint      not null,
    primary key (workspace_id, id)
);
comment on column moderation_rule.condition is 'An object with its type, as the API shows it';
comment on column moderation_rule.campaign_id is 'Null: posts of every campaign';
comment on column moderation_rule.regex_size is 'Instructions of the compiled pattern, of which a workspace may have so many; 0 for other conditions';

-- Ingest keeps compiled rules in memory and reads this number in each batch's transaction: a change that is acknowledged is
-- seen by the next batch, on every replica.
create table moderation_rules (
    workspace_id text   not null primary key,
    revision     bigint not null
);

alter table moderation_rule enable row level security;
alter table moderation_rule force row level security;
create policy workspace on moderation_rule using (workspace_id = current_setting('app.workspace'));

alter table moderation_rules enable row level security;
alter table moderation_rules force row level security;
create policy workspace on moderation_rules using (workspace_id = current_setting('app.workspace'));

alter table post add column rule_id uuid;
comment on column post.rule_id is 'The rule that decided; null when a person did, or nobody';
alter table post add column decision jsonb;
comment on column post.decision is 'The deciding rule as it was then, and what of the post spoke for it';
