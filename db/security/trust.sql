-- Trusted persons: a customer invites and ends; who was trusted sees their own rows and changes none; the task 'trust'
-- finds an invitation by its letter, has it accepted, and ends what is over. Nothing makes an access longer: expires_at
-- can't be changed.
alter table trusted_access enable row level security;
grant select, insert, delete on trusted_access to mbtq_app;
grant update (trusted_id, rights, token_hash, accepted_at, ended_at, ended_by) on trusted_access to mbtq_app;
create policy own_select on trusted_access for select to mbtq_app using (account_id = app_account());
create policy own_insert on trusted_access for insert to mbtq_app
  with check (account_id = app_account() and accepted_at is null);
create policy own_update on trusted_access for update to mbtq_app using (account_id = app_account());
create policy trusted_select on trusted_access for select to mbtq_app using (trusted_id = app_account());
create policy trust_select on trusted_access for select to mbtq_app using (app_system() = 'trust');
create policy trust_update on trusted_access for update to mbtq_app using (app_system() = 'trust');
create policy trust_select on account for select to mbtq_app using (app_system() = 'trust');

-- What somebody may see or do for a customer now
create or replace function app_is_trusted(customer uuid, wanted text) returns boolean language sql stable
security definer set search_path = pg_catalog, public, pg_temp as
$$ select exists (select 1 from public.trusted_access t
                  where t.account_id = customer and t.trusted_id = app_account() and wanted = any (t.rights)
                    and t.accepted_at is not null and t.ended_at is null and t.expires_at > app_now()) $$;

-- The only way to write down that an access was used: by who has it, as long as it lasts
create or replace function app_uses_trust(used uuid, at timestamptz) returns void language sql volatile
security definer set search_path = pg_catalog, public, pg_temp as
$$ update public.trusted_access t set last_used_at = at
   where t.id = used and t.trusted_id = app_account() and t.ended_at is null and t.expires_at > app_now() $$;

-- The only way to take off the list what was not taken: by its owner, or by who sent it for them and may still see it
create or replace function app_take_off_the_list(asked uuid, at timestamptz) returns void language sql volatile
security definer set search_path = pg_catalog, public, pg_temp as
$$ update public.document d set removed_at = at
   where d.id = asked and d.status = 'refused' and d.removed_at is null
     and (d.account_id = app_account()
          or (d.sent_by = app_account() and app_is_trusted(d.account_id, 'documents.see'))) $$;

-- What somebody may see or do with a return: by the trust of every member of it, for a joint one shows both
create or replace function app_is_trusted_with_return(asked uuid, wanted text) returns boolean language sql stable
security definer set search_path = pg_catalog, public, pg_temp as
$$ select coalesce(bool_and(m.account_id is not null and app_is_trusted(m.account_id, wanted)), false)
     and not app_return_is_removed(asked)
   from public.return_member m where m.return_id = asked $$;

-- Whether they could once: then they are told that it ended, and not that there is nothing
create or replace function app_was_trusted_with_return(asked uuid) returns boolean language sql stable
security definer set search_path = pg_catalog, public, pg_temp as
$$ select coalesce(bool_and(exists (select 1 from public.trusted_access t where t.account_id = m.account_id
                                     and t.trusted_id = app_account() and t.accepted_at is not null)), false)
   from public.return_member m where m.return_id = asked $$;

-- The days on which a return was filed, for who may read it. What was filed then, its members alone see.
create or replace function app_days_filed(asked uuid) returns setof date language sql stable
security definer set search_path = pg_catalog, public, pg_temp as
$$ select f.filed_on from public.filed_return f
   where f.return_id = asked and (app_may_read_return(asked) or app_is_trusted_with_return(asked, 'estimates.see'))
   order by f.marked_at, f.id $$;
revoke all on function app_is_trusted(uuid, text), app_uses_trust(uuid, timestamptz), app_is_trusted_with_return(uuid, text),
  app_was_trusted_with_return(uuid), app_days_filed(uuid), app_take_off_the_list(uuid, timestamptz) from public;
grant execute on function app_is_trusted(uuid, text), app_uses_trust(uuid, timestamptz),
  app_is_trusted_with_return(uuid, text), app_was_trusted_with_return(uuid), app_days_filed(uuid),
  app_take_off_the_list(uuid, timestamptz) to mbtq_app;

create policy trusted_select on preference for select to mbtq_app using (app_is_trusted(account_id, 'talk.see'));
create policy trusted_select on return_member for select to mbtq_app using (app_is_trusted(account_id, 'estimates.see'));
create policy trusted_select on tax_return for select to mbtq_app
  using (app_is_trusted_with_return(id, 'estimates.see'));
create policy trusted_update on tax_return for update to mbtq_app
  using (app_is_trusted_with_return(id, 'estimates.change'));
create policy trusted_insert on return_change for insert to mbtq_app
  with check (app_is_trusted_with_return(return_id, 'estimates.change') and account_id = app_account());

-- Documents: those that are not removed, and adding some. The sender of a file on its way needs the right at its end too.
create policy trusted_select on document for select to mbtq_app
  using (app_is_trusted(account_id, 'documents.see') and removed_at is null);
create policy trusted_insert on document for insert to mbtq_app
  with check (app_is_trusted(account_id, 'documents.add') and (sent_by is null or sent_by = app_account()));
create policy trusted_select on document_page for select to mbtq_app
  using (exists (select 1 from document d where d.id = document_id and app_is_trusted(d.account_id, 'documents.see')));
create policy trusted_insert on document_upload for insert to mbtq_app
  with check (account_id = app_account() and app_is_trusted(customer_id, 'documents.add'));
