-- Who may touch which table and row, as the app role. Applied by the owner after every migration; safe to repeat.
-- Identity comes from app.kind, app.id and app.session, set for one transaction by House.transaction and empty outside of it.

-- Start from nothing -------------------------------------------------------------------------------------------------
do $$
declare policy record;
begin
  for policy in select policyname, tablename from pg_policies where schemaname = 'public' loop
    execute format('drop policy %I on public.%I', policy.policyname, policy.tablename);
  end loop;
end $$;
revoke all on all tables in schema public from mbtq_app;
revoke create on schema public from public;
grant usage on schema public to mbtq_app;

-- Who is asking ------------------------------------------------------------------------------------------------------
create or replace function app_account() returns uuid language sql stable as
$$ select case when current_setting('app.kind', true) = 'person' then nullif(current_setting('app.id', true), '')::uuid end $$;

create or replace function app_guest() returns uuid language sql stable as
$$ select case when current_setting('app.kind', true) = 'guest' then nullif(current_setting('app.id', true), '')::uuid end $$;

create or replace function app_system() returns text language sql stable as
$$ select case when current_setting('app.kind', true) = 'system' then nullif(current_setting('app.id', true), '') end $$;

-- Staff are those whose own account says so, in a session that was opened by two factors; whoever asks sees only their
-- own rows of both.
create or replace function app_is_staff() returns boolean language sql stable as
$$ select exists (select 1 from account a join browser_session s on s.account_id = a.id
                  where a.id = app_account() and a.role in ('preparer', 'administrator') and s.two_factors
                    and s.ended_at is null and s.id = nullif(current_setting('app.session', true), '')::uuid) $$;

-- Membership is asked through the owner's eyes: a policy that reads its own table would never end. pg_temp is searched
-- last, or else a temporary object of the asker would come before ours.
create or replace function app_is_member(asked uuid) returns boolean language sql stable security definer
set search_path = pg_catalog, public, pg_temp as
$$ select exists (select 1 from public.return_member m
                  where m.return_id = asked and (m.account_id = app_account() or m.session_id = app_guest())) $$;

-- A membership may be written only before its return: nobody can add themselves to a return that is there.
create or replace function app_return_exists(asked uuid) returns boolean language sql stable security definer
set search_path = pg_catalog, public, pg_temp as
$$ select exists (select 1 from public.tax_return r where r.id = asked) $$;
revoke all on function app_is_member(uuid), app_return_exists(uuid) from public;
grant execute on function app_is_member(uuid), app_return_exists(uuid), app_account(), app_guest(), app_system() to mbtq_app;

-- Accounts and their sessions: the system task 'accounts' signs up, in and out ----------------------------------------
alter table account enable row level security;
grant select, insert, update on account to mbtq_app;
create policy accounts_all on account for all to mbtq_app using (app_system() = 'accounts');
create policy own_select on account for select to mbtq_app using (id = app_account());

alter table browser_session enable row level security;
grant select, insert, update, delete on browser_session to mbtq_app;
create policy accounts_all on browser_session for all to mbtq_app using (app_system() = 'accounts');
create policy own_select on browser_session for select to mbtq_app using (account_id = app_account());
create policy own_update on browser_session for update to mbtq_app using (account_id = app_account());

alter table known_device enable row level security;
grant select, insert, update, delete on known_device to mbtq_app;
create policy accounts_all on known_device for all to mbtq_app using (app_system() = 'accounts');
create policy own_select on known_device for select to mbtq_app using (account_id = app_account());
create policy own_delete on known_device for delete to mbtq_app using (account_id = app_account());

alter table address_change enable row level security;
grant select, insert, update, delete on address_change to mbtq_app;
create policy accounts_all on address_change for all to mbtq_app using (app_system() = 'accounts');
create policy own_select on address_change for select to mbtq_app using (account_id = app_account());

alter table preference enable row level security;
grant select, insert, update on preference to mbtq_app;
create policy accounts_all on preference for all to mbtq_app using (app_system() = 'accounts');
create policy own_all on preference for all to mbtq_app using (account_id = app_account());

alter table form_attempt enable row level security;
grant select, insert, delete on form_attempt to mbtq_app;
create policy forms_all on form_attempt for all to mbtq_app using (app_system() = 'forms');

alter table organisation_link enable row level security;
grant select, insert, update (last_used_at), delete on organisation_link to mbtq_app;
create policy accounts_all on organisation_link for all to mbtq_app using (app_system() = 'accounts');
create policy own_select on organisation_link for select to mbtq_app using (account_id = app_account());
create policy own_insert on organisation_link for insert to mbtq_app with check (account_id = app_account());
create policy own_delete on organisation_link for delete to mbtq_app using (account_id = app_account());

alter table organisation_step enable row level security;
grant select, insert, delete on organisation_step to mbtq_app;
create policy accounts_all on organisation_step for all to mbtq_app using (app_system() = 'accounts');

-- Passkeys: a person adds, names and removes their own; the task 'accounts' alone asks devices to sign, and counts ------
alter table passkey enable row level security;
grant select, insert, delete, update (sign_count, is_backed_up, last_used_at, name_sealed) on passkey to mbtq_app;
create policy accounts_select on passkey for select to mbtq_app using (app_system() = 'accounts');
create policy accounts_update on passkey for update to mbtq_app using (app_system() = 'accounts');
create policy own_all on passkey for all to mbtq_app using (account_id = app_account());

alter table passkey_challenge enable row level security;
grant select, insert, delete on passkey_challenge to mbtq_app;
create policy accounts_all on passkey_challenge for all to mbtq_app using (app_system() = 'accounts');

-- Links in letters: 'accounts' takes down who asked and looks a link up; 'link writer' sees whether there is an account,
-- and writes the letter.
alter table mail_link enable row level security;
grant select, insert, update, delete on mail_link to mbtq_app;
create policy accounts_select on mail_link for select to mbtq_app using (app_system() = 'accounts');
create policy accounts_insert on mail_link for insert to mbtq_app with check (app_system() = 'accounts');
create policy accounts_update on mail_link for update to mbtq_app using (app_system() = 'accounts');
create policy writer_select on mail_link for select to mbtq_app using (app_system() = 'link writer');
create policy writer_update on mail_link for update to mbtq_app using (app_system() = 'link writer');
create policy link_writer_select on account for select to mbtq_app using (app_system() = 'link writer');

-- The second step: 'accounts' checks it; a person sees whether they have one, and makes their own recovery codes --------
alter table authenticator enable row level security;
grant select, insert, update, delete on authenticator to mbtq_app;
create policy accounts_all on authenticator for all to mbtq_app using (app_system() = 'accounts');
create policy own_select on authenticator for select to mbtq_app using (account_id = app_account());

alter table recovery_code enable row level security;
grant select, insert, update, delete on recovery_code to mbtq_app;
create policy accounts_all on recovery_code for all to mbtq_app using (app_system() = 'accounts');
create policy own_select on recovery_code for select to mbtq_app using (account_id = app_account());
create policy own_insert on recovery_code for insert to mbtq_app with check (account_id = app_account());
create policy own_delete on recovery_code for delete to mbtq_app using (account_id = app_account());

alter table owed_step enable row level security;
grant select, insert, update, delete on owed_step to mbtq_app;
create policy accounts_all on owed_step for all to mbtq_app using (app_system() = 'accounts');

-- Tax returns: members only; 'accounts' moves a guest's membership to the account that they make ----------------------
alter table return_member enable row level security;
grant select, insert, update on return_member to mbtq_app;
create policy own_select on return_member for select to mbtq_app
  using (account_id = app_account() or session_id = app_guest());
create policy own_insert on return_member for insert to mbtq_app
  with check ((account_id = app_account() or session_id = app_guest()) and not app_return_exists(return_id));
create policy accounts_all on return_member for all to mbtq_app using (app_system() = 'accounts');

alter table tax_return enable row level security;
grant select, insert, update, delete on tax_return to mbtq_app;
create policy member_select on tax_return for select to mbtq_app using (app_is_member(id));
create policy member_insert on tax_return for insert to mbtq_app with check (app_is_member(id));
create policy member_update on tax_return for update to mbtq_app using (app_is_member(id));

alter table return_change enable row level security;
grant select, insert on return_change to mbtq_app;
create policy member_select on return_change for select to mbtq_app using (app_is_member(return_id));
create policy member_insert on return_change for insert to mbtq_app with check (app_is_member(return_id));

-- The audit trail: adding only ----------------------------------------------------------------------------------------
alter table audit_record enable row level security;
grant insert on audit_record to mbtq_app;
create policy add_only on audit_record for insert to mbtq_app
  with check (actor_kind = current_setting('app.kind', true) and actor_id = current_setting('app.id', true));

-- Which migration the database is at, for the readiness check ---------------------------------------------------------
grant select on alembic_version to mbtq_app;

-- Jobs: arguments are ids, so that every visitor may enqueue one in their own transaction ------------------------------
grant select, insert, update, delete
  on procrastinate_jobs, procrastinate_events, procrastinate_periodic_defers, procrastinate_workers to mbtq_app;
grant usage
  on sequence procrastinate_jobs_id_seq, procrastinate_events_id_seq, procrastinate_periodic_defers_id_seq to mbtq_app;

-- Letters: whoever acts may post one, the system task 'mail' alone may read and send it --------------------------------
alter table outgoing_mail enable row level security;
grant select, insert, update, delete on outgoing_mail to mbtq_app;
create policy anybody_insert on outgoing_mail for insert to mbtq_app
  with check (posted_by_kind = nullif(current_setting('app.kind', true), '')
    and posted_by_id = current_setting('app.id', true) and sent_at is null and refused_at is null);
create policy mail_select on outgoing_mail for select to mbtq_app using (app_system() = 'mail');
create policy mail_update on outgoing_mail for update to mbtq_app using (app_system() = 'mail');

-- Keys of partners: the task 'partner desk' makes and revokes them, the task 'partner door' only looks one up -----------
alter table partner_key enable row level security;
grant select, insert, update (revoked_at) on partner_key to mbtq_app;
create policy desk_all on partner_key for all to mbtq_app using (app_system() = 'partner desk');
create policy door_select on partner_key for select to mbtq_app using (app_system() = 'partner door');

-- Feedback: the task 'feedback' takes it in and tells the person what was taken in, staff read and answer it, and the
-- task 'feedback keeper' deletes it when its time is over. What goes with a message is deleted with it (cascade).
alter table feedback enable row level security;
grant select, insert, delete on feedback to mbtq_app;
create policy desk_select on feedback for select to mbtq_app using (app_system() = 'feedback');
create policy desk_insert on feedback for insert to mbtq_app with check (app_system() = 'feedback');
create policy staff_select on feedback for select to mbtq_app using (app_is_staff());
create policy keeper_select on feedback for select to mbtq_app using (app_system() = 'feedback keeper');
create policy keeper_delete on feedback for delete to mbtq_app using (app_system() = 'feedback keeper');

alter table feedback_video enable row level security;
grant select, insert, update (written_version_sealed) on feedback_video to mbtq_app;
create policy desk_select on feedback_video for select to mbtq_app using (app_system() = 'feedback');
create policy desk_insert on feedback_video for insert to mbtq_app with check (app_system() = 'feedback');
create policy staff_select on feedback_video for select to mbtq_app using (app_is_staff());
create policy staff_update on feedback_video for update to mbtq_app using (app_is_staff());
create policy keeper_select on feedback_video for select to mbtq_app using (app_system() = 'feedback keeper');

alter table feedback_answer enable row level security;
grant select, insert on feedback_answer to mbtq_app;
create policy staff_select on feedback_answer for select to mbtq_app using (app_is_staff());
create policy staff_insert on feedback_answer for insert to mbtq_app
  with check (app_is_staff() and account_id = app_account());

-- What is over: the task 'keeper' deletes it. Of estimates it sees only those that no account is a member of; what
-- belongs to a row goes with it (cascade).
create policy keeper_select on browser_session for select to mbtq_app using (app_system() = 'keeper');
create policy keeper_delete on browser_session for delete to mbtq_app using (app_system() = 'keeper');
create policy keeper_select on return_member for select to mbtq_app using (app_system() = 'keeper');
create policy keeper_select on tax_return for select to mbtq_app using (app_system() = 'keeper' and not exists (
  select 1 from return_member m where m.return_id = tax_return.id and m.account_id is not null));
create policy keeper_delete on tax_return for delete to mbtq_app using (app_system() = 'keeper' and not exists (
  select 1 from return_member m where m.return_id = tax_return.id and m.account_id is not null));
create policy keeper_select on mail_link for select to mbtq_app using (app_system() = 'keeper');
create policy keeper_delete on mail_link for delete to mbtq_app using (app_system() = 'keeper');
create policy keeper_select on outgoing_mail for select to mbtq_app using (app_system() = 'keeper');
create policy keeper_delete on outgoing_mail for delete to mbtq_app using (app_system() = 'keeper');
create policy keeper_select on form_attempt for select to mbtq_app using (app_system() = 'keeper');
create policy keeper_delete on form_attempt for delete to mbtq_app using (app_system() = 'keeper');
create policy keeper_select on known_device for select to mbtq_app using (app_system() = 'keeper');
create policy keeper_delete on known_device for delete to mbtq_app using (app_system() = 'keeper');
create policy keeper_select on address_change for select to mbtq_app using (app_system() = 'keeper');
create policy keeper_delete on address_change for delete to mbtq_app using (app_system() = 'keeper');
create policy keeper_select on organisation_step for select to mbtq_app using (app_system() = 'keeper');
create policy keeper_delete on organisation_step for delete to mbtq_app using (app_system() = 'keeper');
create policy keeper_select on passkey_challenge for select to mbtq_app using (app_system() = 'keeper');
create policy keeper_delete on passkey_challenge for delete to mbtq_app using (app_system() = 'keeper');
