-- Asking authors for rights: how a workspace asks, what it asked, and what came back.

create table rights_settings (
    workspace_id      text        not null,
    valid_from        timestamptz not null,
    approval_hashtag  text,
    brand_mentions    jsonb       not null,
    requests_per_hour integer     not null,
    requests_per_day  integer     not null,
    answer_days       integer     not null,
    cool_down_days    integer     not null,
    expiring_days     integer     not null,
    texts             jsonb       not null,
    source            text        not null,
    primary key (workspace_id, valid_from)
);
comment on column rights_settings.approval_hashtag is 'What an author writes to say yes, such as #yesHarbour';
comment on column rights_settings.brand_mentions is 'The brand''s handle on each network';
comment on column rights_settings.requests_per_hour is 'On each network';
comment on column rights_settings.cool_down_days is 'For so long, an author who declined is not asked again';
comment on column rights_settings.texts is 'Templates of the workspace by language; without any, the built-in ones';
insert into rights_settings values ('*', '2026-01-01', null, '{}', 20, 100, 7, 90, 30, '{}',
    'The house''s choice: no network publishes how many comments a day it takes for spam, so few are sent, and until an author has answered for a week nothing more is asked');

create table rights_request (
    workspace_id     text        not null,
    id               uuid        not null,
    post_id          uuid        not null,
    network          text        not null,
    author_key       text        not null,
    author_handle    text,
    state            text        not null,
    terms            jsonb       not null,
    approval_hashtag text        not null,
    brand_mention    text        not null,
    locale           text        not null,
    text             text,
    created_at       timestamptz not null,
    sent_at          timestamptz,
    expires_at       timestamptz,
    decided_at       timestamptz,
    reason           text,
    version          bigint      not null default 0,
    primary key (workspace_id, id)
);
comment on column rights_request.state is 'DRAFT, SENT, GRANTED, DECLINED, EXPIRED or BLOCKED';
comment on column rights_request.text is 'Exactly what is to be posted; goes when the author is erased';
create unique index rights_request_open on rights_request (workspace_id, network, author_key) where state = 'SENT';
create index rights_request_post on rights_request (workspace_id, post_id);
create index rights_request_sent on rights_request (workspace_id, network, sent_at) where sent_at is not null;
create index rights_request_author on rights_request (workspace_id, network, author_key);
create index rights_request_due on rights_request (workspace_id, expires_at) where state = 'SENT';

create table rights_reply (
    workspace_id text        not null,
    network      text        not null,
    reply_id     text        not null,
    request_id   uuid        not null,
    digest       text        not null,
    outcome      text        not null,
    failed       text[]      not null,
    seen_at      timestamptz not null,
    primary key (workspace_id, network, reply_id)
);
comment on table rights_reply is 'Replies that were judged, so that one seen again is not judged again; their texts are kept with grants only';
create index rights_reply_request on rights_reply (workspace_id, request_id);

alter table rights_settings enable row level security;
alter table rights_settings force row level security;
create policy everybody_reads on rights_settings for select using (workspace_id in ('*', current_setting('app.workspace')));
create policy workspace_writes on rights_settings for insert with check (workspace_id = current_setting('app.workspace'));

alter table rights_request enable row level security;
alter table rights_request force row level security;
create policy workspace on rights_request using (workspace_id = current_setting('app.workspace'));
create policy due_is_seen on rights_request for select
    using (current_setting('app.workspace') = '*' and state = 'SENT' and expires_at <= now());

alter table rights_reply enable row level security;
alter table rights_reply force row level security;
create policy workspace on rights_reply using (workspace_id = current_setting('app.workspace'));
