-- Deletion of accounts: a person asks for that of their own, 'accounts' takes it back by the letter's link, and the task
-- 'account keeper' deletes what is due. Nothing else of an account can be deleted by it, whatever it asks.
alter table account_deletion enable row level security;
grant select, insert, delete on account_deletion to mbtq_app;
create policy own_insert on account_deletion for insert to mbtq_app with check (account_id = app_account());
create policy accounts_select on account_deletion for select to mbtq_app using (app_system() = 'accounts');
create policy accounts_delete on account_deletion for delete to mbtq_app using (app_system() = 'accounts');
create policy keeper_select on account_deletion for select to mbtq_app using (app_system() = 'account keeper');

-- Legal holds: the task 'legal desk' (a command) places and ends them. While there is one, nothing is due.
alter table legal_hold enable row level security;
grant select, insert, update (ended_at) on legal_hold to mbtq_app;
create policy desk_all on legal_hold for all to mbtq_app using (app_system() = 'legal desk');
create policy own_select on legal_hold for select to mbtq_app using (account_id = app_account());
create policy desk_select on account for select to mbtq_app using (app_system() = 'legal desk');

create policy desk_select on account_deletion for select to mbtq_app using (app_system() = 'legal desk');
create policy desk_select on address_change for select to mbtq_app using (app_system() = 'legal desk');

-- Whether there is one, for the owner and for the tasks that let people in or delete: the reason stays with the desk.
create or replace function app_is_held(asked uuid) returns boolean language sql stable security definer
set search_path = pg_catalog, public, pg_temp as
$$ select (asked = app_account() or app_system() in ('accounts', 'link writer', 'recovery', 'legal desk', 'account keeper'))
     and exists (select 1 from public.legal_hold h where h.account_id = asked and h.ended_at is null) $$;

create or replace function app_is_due(asked uuid) returns boolean language sql stable security definer
set search_path = pg_catalog, public, pg_temp as
$$ select app_system() = 'account keeper'
     and exists (select 1 from public.account_deletion d where d.account_id = asked and d.due_at <= app_now())
     and not app_is_held(asked) $$;

-- A return goes with the last of its members: a joint one stays for the other.
create or replace function app_is_due_with_its_members(asked uuid) returns boolean language sql stable security definer
set search_path = pg_catalog, public, pg_temp as
$$ select coalesce(bool_and(m.account_id is not null and app_is_due(m.account_id)), false)
   from public.return_member m where m.return_id = asked $$;

-- Letters, links, messages and requests for help know an account by the keyed hash of its address only.
create or replace function app_is_address_of_due(asked bytea) returns boolean language sql stable security definer
set search_path = pg_catalog, public, pg_temp as
$$ select exists (select 1 from public.account a where (a.email_index = asked or a.email_index_others @> array[asked])
                     and app_is_due(a.id)) $$;
revoke all on function app_is_held(uuid), app_is_due(uuid), app_is_due_with_its_members(uuid), app_is_address_of_due(bytea)
from public;
grant execute on function app_is_held(uuid), app_is_due(uuid), app_is_due_with_its_members(uuid), app_is_address_of_due(bytea) to mbtq_app;

grant delete on account, recovery_request to mbtq_app;
create policy due_select on account for select to mbtq_app using (app_is_due(id));
create policy due_delete on account for delete to mbtq_app using (app_is_due(id));
create policy due_select on return_member for select to mbtq_app using (app_is_due(account_id));
create policy due_select on tax_return for select to mbtq_app using (app_is_due_with_its_members(id));
create policy due_delete on tax_return for delete to mbtq_app using (app_is_due_with_its_members(id));
create policy due_select on outgoing_mail for select to mbtq_app using (app_is_address_of_due(to_index));
create policy due_delete on outgoing_mail for delete to mbtq_app using (app_is_address_of_due(to_index));
create policy due_select on mail_link for select to mbtq_app using (app_is_address_of_due(email_index));
create policy due_delete on mail_link for delete to mbtq_app using (app_is_address_of_due(email_index));
create policy due_select on partner_client for select to mbtq_app using (app_is_address_of_due(email_index));
create policy due_delete on partner_client for delete to mbtq_app using (app_is_address_of_due(email_index));
create policy due_select on recovery_request for select to mbtq_app using (app_is_address_of_due(email_index));
create policy due_delete on recovery_request for delete to mbtq_app using (app_is_address_of_due(email_index));
create policy due_select on feedback for select to mbtq_app using (app_is_address_of_due(address_index));
create policy due_delete on feedback for delete to mbtq_app using (app_is_address_of_due(address_index));
create policy due_select on feedback_video for select to mbtq_app using (
  app_system() = 'account keeper' and exists (select 1 from feedback f where f.id = feedback_id));
