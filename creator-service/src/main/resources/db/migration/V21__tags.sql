-- Words by which a workspace sorts its creators.
alter table creator add column tags text[] not null default '{}';
comment on column creator.tags is 'Folded by NFKC case folding, each once';
create index creator_tagged on creator (workspace_id, id) where tags <> '{}';
