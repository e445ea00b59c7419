-- The task 'rotation' seals values again with a newer key, and writes the hashes anew that find them: it sees all rows of
-- every table with such a column. Where no other task changes rows, the right to write is for those columns alone. A new
-- table needs no line here.
do $$
declare sealed record;
begin
  for sealed in
    select table_name as name, string_agg(quote_ident(column_name), ', ') as columns
    from information_schema.columns where table_schema = 'public' and table_name in (select tablename from pg_tables where schemaname = 'public')
      and (column_name like '%\_sealed' or column_name like '%\_index')
    group by table_name
  loop
    execute format('grant select, update (%s) on %I to mbtq_app', sealed.columns, sealed.name);
    execute format('create policy rotation_select on %I for select to mbtq_app using (app_system() = ''rotation'')', sealed.name);
    execute format('create policy rotation_update on %I for update to mbtq_app using (app_system() = ''rotation'')', sealed.name);
  end loop;
end $$;
