-- Whom an e-mail address belongs to, without the address: customers are matched by it, and two creators with one address are
-- likely one person.
create table creator_email (
    workspace_id text        not null,
    email_hash   bytea       not null,
    creator_id   uuid        not null,
    told_at      timestamptz not null,
    primary key (workspace_id, email_hash, creator_id),
    foreign key (workspace_id, creator_id) references creator (workspace_id, id)
);
comment on column creator_email.email_hash is 'HMAC-SHA-256 of the normalised address under a key that is not in the database';
create index creator_email_creator on creator_email (workspace_id, creator_id);

alter table creator_email enable row level security;
alter table creator_email force row level security;
create policy workspace on creator_email using (workspace_id = current_setting('app.workspace'));

alter table account add column told uuid;
comment on column account.told is 'Digest of the last sighting and of the creator''s version that it left: the same again changes nothing';
