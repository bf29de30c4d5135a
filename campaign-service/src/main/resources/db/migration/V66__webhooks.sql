-- Webhooks of Instagram: an address of its own for each subscription, and what became of what was delivered there.
create table webhook_subscription (
    workspace_id text        not null,
    id           uuid        not null,
    name         text        not null,
    address_key  text        not null,
    app_secret   text        not null,
    created_at   timestamptz not null,
    version      bigint      not null default 0,
    primary key (workspace_id, id)
);
comment on column webhook_subscription.address_key is 'Random; whoever delivers has nothing but it';
comment on column webhook_subscription.app_secret is 'Sealed under a key of the installation; never shown';
-- The one index that the workspace does not lead: a delivery tells its workspace by the address alone.
create unique index webhook_subscription_address on webhook_subscription (address_key);

create table webhook_delivery (
    workspace_id    text        not null,
    subscription_id uuid        not null,
    id              uuid        not null,
    digest          uuid        not null,
    received_at     timestamptz not null,
    happened_at     timestamptz,
    account_id      text        not null,
    field           text        not null,
    outcome         text        not null,
    detail          text        not null,
    media_id        text,
    comment_id      text,
    primary key (workspace_id, id)
);
comment on column webhook_delivery.digest is 'Of the change that was delivered: delivered again, it is the same row';
create unique index webhook_delivery_once on webhook_delivery (workspace_id, subscription_id, digest);
create index webhook_delivery_newest on webhook_delivery (workspace_id, subscription_id, id desc);

alter table webhook_subscription enable row level security;
alter table webhook_subscription force row level security;
create policy workspace on webhook_subscription using (workspace_id = current_setting('app.workspace'));
create policy delivery_finds on webhook_subscription for select using (current_setting('app.workspace') = '*');

alter table webhook_delivery enable row level security;
alter table webhook_delivery force row level security;
create policy workspace on webhook_delivery using (workspace_id = current_setting('app.workspace'));
