-- After every migration, for every table of a workspace: PostgreSQL keeps no statistics on which workspaces there are. With them, a
-- workspace that the last ANALYZE did not meet counts as one row, two of its tables are joined row against row, and its 600 posts take
-- 120 ms beside a large neighbour. Without them, every workspace counts as one of many.
do $$
declare
    tied record;
begin
    for tied in
        select c.relname from pg_attribute a join pg_class c on c.oid = a.attrelid
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attname = 'workspace_id'
            and a.attstattarget is distinct from 0
    loop
        execute format('alter table public.%I alter column workspace_id set statistics 0', tied.relname);
        perform pg_clear_attribute_stats('public', tied.relname, 'workspace_id', false);
    end loop;
end $$;
