-- How far imports that carry a key have come. A row is moved in the transaction that stores a batch, so it never says more than
-- is stored.
create table import_progress (
    workspace_id   text        not null,
    key            text        not null,
    subject        text        not null,
    stored_up_to   bigint      not null,
    digest         text        not null,
    finished       boolean     not null,
    created        bigint      not null,
    updated        bigint      not null,
    unchanged      bigint      not null,
    unmatched      bigint      not null,
    rejected       bigint      not null,
    started_at     timestamptz not null,
    updated_at     timestamptz not null,
    primary key (workspace_id, key)
);
comment on column import_progress.subject is 'What is imported: CREATORS or CUSTOMERS';
comment on column import_progress.stored_up_to is 'Number of the last line that is stored or rejected, with all before it';
comment on column import_progress.digest is 'Of the lines up to there; a body that begins otherwise is another body';

alter table import_progress enable row level security;
alter table import_progress force row level security;
create policy workspace on import_progress using (workspace_id = current_setting('app.workspace'));
