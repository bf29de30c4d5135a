-- People who were erased: keyed hashes of their addresses, so that a roster does not bring them back.
create table erased_employee (
    workspace_id text        not null,
    mark         uuid        not null,
    erased_at    timestamptz not null default now(),
    primary key (workspace_id, mark)
);
comment on column erased_employee.mark is 'Keyed hash of the folded work e-mail address; without the key it says nothing';

alter table erased_employee enable row level security;
alter table erased_employee force row level security;
create policy workspace on erased_employee using (workspace_id = current_setting('app.workspace'));
