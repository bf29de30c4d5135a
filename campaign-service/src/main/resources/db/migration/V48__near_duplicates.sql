-- By what a text is found again. Only the first post of a text is kept here: its copies refer to it, so a wave of copies stays one row
-- of each band however long it is.
create table post_band (
    workspace_id text   not null,
    band         bigint not null,
    post_id      uuid   not null,
    primary key (workspace_id, band, post_id)
);
comment on column post_band.band is 'Hash of some of the minima of the text''s shingles; see Fingerprint';
alter table post_band enable row level security;
alter table post_band force row level security;
create policy workspace on post_band using (workspace_id = current_setting('app.workspace'));

alter table post add column fingerprint bigint[];
comment on column post.fingerprint is 'Of the first post of a text: what similarity is computed from, then its bands; null: a copy, or too short to tell';
