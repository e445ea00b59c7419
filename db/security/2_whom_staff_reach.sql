-- Whom those who work for us reach. Asked through the owner's eyes, as membership is (1_who_asks.sql).

-- A role counts while it has not ended, in a session that was opened by two factors.
create or replace function app_has_role(variadic asked text[]) returns boolean language sql stable security definer
set search_path = pg_catalog, public, pg_temp as
$$ select exists (select 1 from public.role_grant g join public.browser_session s on s.account_id = g.account_id
                  where g.account_id = app_account() and g.role = any (asked) and g.ended_at is null
                    and s.id = app_session() and s.two_factors and s.ended_at is null) $$;
drop function if exists app_is_staff(); -- of an earlier release: every role was the same

-- Whether somebody holds one of these roles now: without it, being assigned or in an emergency shows nothing.
create or replace function app_holds(asked uuid, variadic roles text[]) returns boolean language sql stable security definer
set search_path = pg_catalog, public, pg_temp as
$$ select exists (select 1 from public.role_grant g
                  where g.account_id = asked and g.role = any (roles) and g.ended_at is null) $$;
revoke all on function app_holds(uuid, text[]) from public;

-- Whether a customer wants their account deleted: from then on, nobody who works here sees it, also in the 30 days in
-- which it can be taken back, and while a law makes us keep it.
create or replace function app_is_leaving(asked uuid) returns boolean language sql stable security definer
set search_path = pg_catalog, public, pg_temp as
$$ select exists (select 1 from public.account_deletion d where d.account_id = asked) $$;

-- Whether they are assigned to this customer as one of these, and still hold that role.
create or replace function app_is_assigned(asked uuid, variadic roles text[]) returns boolean language sql stable
security definer set search_path = pg_catalog, public, pg_temp as
$$ select exists (select 1 from public.assignment a where a.customer_id = asked and a.staff_id = app_account()
                    and a.role = any (roles) and a.ended_at is null and app_has_role(a.role))
     and not app_is_leaving(asked) $$;

create or replace function app_has_emergency_access(asked uuid) returns boolean language sql stable
security definer set search_path = pg_catalog, public, pg_temp as
$$ select exists (select 1 from public.emergency_access e where e.customer_id = asked and e.staff_id = app_account()
                    and e.expires_at > app_now())
     and app_has_role('support_agent', 'preparer', 'administrator') and not app_is_leaving(asked) $$;

-- Whoever is assigned sees how the customer talks. Interpreters see no more than that.
create or replace function app_reaches_customer(asked uuid) returns boolean language sql stable
security definer set search_path = pg_catalog, public, pg_temp as
$$ select app_is_assigned(asked, 'interpreter', 'support_agent', 'preparer', 'insurance_agent')
     or app_has_emergency_access(asked) $$;

-- Tax preparers alone see returns: an insurance agent would need a consent of its own (26 U.S.C. 7216).
create or replace function app_reaches_returns_of(asked uuid) returns boolean language sql stable
security definer set search_path = pg_catalog, public, pg_temp as
$$ select app_is_assigned(asked, 'preparer') or app_has_emergency_access(asked) $$;

-- Who may read a return: its members, and those who reach one of them, as long as it is not removed.
create or replace function app_may_read_return(asked uuid) returns boolean language sql stable
security definer set search_path = pg_catalog, public, pg_temp as
$$ select app_is_member(asked) or exists (select 1 from public.return_member m where m.return_id = asked
                                            and m.account_id is not null and app_reaches_returns_of(m.account_id)
                                            and not app_return_is_removed(asked)) $$;

-- The sealed address of a customer; nothing more of their account can be had. Coordinators have it of those to whom
-- somebody is assigned, because they end assignments.
create or replace function app_contact_of(asked uuid) returns bytea language sql stable
security definer set search_path = pg_catalog, public, pg_temp as
$$ select a.email_sealed from public.account a where a.id = asked
     and (app_is_assigned(asked, 'support_agent', 'preparer', 'insurance_agent') or app_has_emergency_access(asked)
       or (app_has_role('coordinator') and exists (select 1 from public.assignment s
                                                   where s.customer_id = asked and s.ended_at is null))) $$;

-- The sealed address of somebody who holds a role, for letters about it, and for those who have no name yet. Addresses
-- of demo accounts can't belong to anybody.
create or replace function app_address_of_colleague(asked uuid) returns bytea language sql stable
security definer set search_path = pg_catalog, public, pg_temp as
$$ select a.email_sealed from public.account a where a.id = asked and not a.is_demo
     and (app_has_role('administrator') or app_system() = 'role desk')
     and exists (select 1 from public.role_grant g where g.account_id = asked and g.ended_at is null) $$;

-- Whether somebody works for us, for who would see them in an emergency: that is for customers.
create or replace function app_works_here(asked uuid) returns boolean language sql stable
security definer set search_path = pg_catalog, public, pg_temp as
$$ select app_has_role('support_agent', 'preparer', 'administrator')
     and exists (select 1 from public.role_grant g where g.account_id = asked and g.ended_at is null) $$;

-- Which account has an address, for who assigns, grants, or must look at once: they name people by their address.
create or replace function app_account_with(index bytea) returns uuid language sql stable
security definer set search_path = pg_catalog, public, pg_temp as
$$ select a.id from public.account a where a.email_index = index
     and ((app_has_role('coordinator', 'administrator', 'support_agent', 'preparer') and not app_is_leaving(a.id))
       or app_is_assigned(a.id, 'insurance_agent') or app_system() = 'role desk') $$;

revoke all on function app_has_role(text[]), app_is_leaving(uuid), app_is_assigned(uuid, text[]), app_has_emergency_access(uuid),
  app_reaches_customer(uuid), app_reaches_returns_of(uuid), app_may_read_return(uuid), app_contact_of(uuid),
  app_address_of_colleague(uuid), app_account_with(bytea), app_works_here(uuid) from public;
grant execute on function app_has_role(text[]), app_is_leaving(uuid), app_is_assigned(uuid, text[]), app_has_emergency_access(uuid),
  app_reaches_customer(uuid), app_reaches_returns_of(uuid), app_may_read_return(uuid), app_contact_of(uuid),
  app_address_of_colleague(uuid), app_account_with(bytea), app_works_here(uuid) to mbtq_app;
