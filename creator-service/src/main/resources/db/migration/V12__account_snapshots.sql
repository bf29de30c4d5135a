-- What an account's figures were: one row for each time they changed. The latest figures are the account's own; an account whose
-- figures never changed has no row here, so that importing accounts costs nothing more.
create table account_snapshot (
    workspace_id        text        not null,
    account_id          uuid        not null,
    observed_at         timestamptz not null,
    source              text,
    followers           bigint,
    followers_precision bigint,
    following           bigint,
    posts               bigint,
    engagement_posts    bigint,
    likes               bigint,
    comments            bigint,
    shares              bigint,
    saves               bigint,
    views               bigint,
    impressions         bigint,
    reach               bigint,
    primary key (workspace_id, account_id, observed_at)
);
comment on column account_snapshot.source is 'Null: figures from before the first change, whose source was not kept';
comment on column account_snapshot.engagement_posts is 'Number of posts that likes, comments and the other parts are the sums of; null: no parts are told';

alter table account_snapshot enable row level security;
alter table account_snapshot force row level security;
create policy workspace on account_snapshot using (workspace_id = current_setting('app.workspace'));
