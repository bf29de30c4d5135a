-- What people make content about shows in their hashtags as much as in their bios. The text of posts stays in campaign-service.
alter table post_sample add column hashtags text[] not null default '{}';
comment on column post_sample.hashtags is 'Folded, without the sign; empty too for posts that were told before hashtags were';
