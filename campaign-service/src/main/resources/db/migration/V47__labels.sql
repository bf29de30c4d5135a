-- What was found out about posts when they were stored. The defaults let a replica of the former version write beside the new one.
alter table post add column labels jsonb not null default '[]';
comment on column post.labels is 'Kind, value, evidence and model of each, as the classifier gave them';
alter table post add column detected_language text;
comment on column post.detected_language is 'BCP 47, by the text; null: too short or undecided. What the author or the network declares is in language';
