-- Documents: their owner alone. The task 'document checker' looks into what has come in, 'document keeper' deletes.
-- Whoever else may reach a document gets a policy here, as services/documents/reach.py says.
alter table document enable row level security;
grant select, insert, delete on document to mbtq_app;
grant update (tax_year, category, name_sealed, removed_at, status, refusal) on document to mbtq_app;
create policy owner_select on document for select to mbtq_app using (account_id = app_account());
create policy owner_insert on document for insert to mbtq_app
  with check (account_id = app_account() and sent_by is null);
create policy owner_update on document for update to mbtq_app using (account_id = app_account());
create policy checker_select on document for select to mbtq_app using (app_system() = 'document checker');
create policy checker_update on document for update to mbtq_app using (app_system() = 'document checker');
create policy keeper_select on document for select to mbtq_app using (app_system() = 'document keeper');
create policy keeper_delete on document for delete to mbtq_app using (app_system() = 'document keeper');

alter table document_page enable row level security;
grant select, insert on document_page to mbtq_app;
create policy owner_select on document_page for select to mbtq_app
  using (exists (select 1 from document d where d.id = document_id and d.account_id = app_account()));
create policy checker_insert on document_page for insert to mbtq_app with check (app_system() = 'document checker');
create policy keeper_select on document_page for select to mbtq_app using (app_system() = 'document keeper');

-- Files on their way: whoever sends one, into their own documents.
alter table document_upload enable row level security;
grant select, insert, delete, update (kind, parts_received, claimed_until) on document_upload to mbtq_app;
create policy own_select on document_upload for select to mbtq_app using (account_id = app_account());
create policy own_insert on document_upload for insert to mbtq_app
  with check (account_id = app_account() and customer_id = app_account());
create policy own_update on document_upload for update to mbtq_app using (account_id = app_account());
create policy own_delete on document_upload for delete to mbtq_app using (account_id = app_account());
create policy document_keeper_select on document_upload for select to mbtq_app using (app_system() = 'document keeper');
