-- Campaigns that listen for words and phrases. The defaults let a replica of the former version write beside the new one.
alter table campaign add column keywords text[] not null default '{}';
comment on column campaign.keywords is 'Words and phrases as the brand wrote them; matching folds them anew';
alter table post_match add column by_keyword boolean not null default false;
