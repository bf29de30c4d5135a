-- What a profile shows of the person behind it.
alter table account
    add column has_picture boolean,
    add column joined_at   timestamptz,
    add column website     text;
comment on column account.has_picture is 'False: the network shows its placeholder; null: no source told';
comment on column account.joined_at is 'When the account was opened';
comment on column account.website is 'Normalised address of the person''s own site';
