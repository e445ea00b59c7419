-- Reviews. The members of a return ask for one, answer, and take it back; a tax preparer takes one that nobody holds, and
-- is then assigned to the customer. What was approved or taken back stays as it is.

-- Whether its preparer is still assigned to the customer and still holds that role. Otherwise it waits again.
create or replace function app_review_is_held(asked uuid) returns boolean language sql stable security definer
set search_path = pg_catalog, public, pg_temp as
$$ select exists (select 1 from public.review r
                  join public.assignment a on a.customer_id = r.customer_id and a.staff_id = r.preparer_id
                    and a.role = 'preparer' and a.ended_at is null
                  join public.role_grant g on g.account_id = a.staff_id and g.role = a.role and g.ended_at is null
                  where r.id = asked) $$;

create or replace function app_is_in_review(asked uuid) returns boolean language sql stable security definer
set search_path = pg_catalog, public, pg_temp as
$$ select exists (select 1 from public.review r where r.id = asked and app_is_member(r.return_id)) $$;

create or replace function app_prepares_review(asked uuid) returns boolean language sql stable security definer
set search_path = pg_catalog, public, pg_temp as
$$ select exists (select 1 from public.review r where r.id = asked and r.preparer_id = app_account()
                    and r.ended_at is null and app_is_assigned(r.customer_id, 'preparer')) $$;

-- Whether they have just taken an open review of this customer: then they may be assigned by it
create or replace function app_took_review_of(asked uuid) returns boolean language sql stable security definer
set search_path = pg_catalog, public, pg_temp as
$$ select app_has_role('preparer') and exists (select 1 from public.review r where r.customer_id = asked
                    and r.preparer_id = app_account() and r.ended_at is null and not app_is_member(r.return_id)) $$;

-- How somebody talks whose review waits, and how far it is with their interpreter: by that a preparer chooses. Nothing
-- more of a customer can be had before a review is taken.
create or replace function app_waits_for_review(asked uuid) returns boolean language sql stable security definer
set search_path = pg_catalog, public, pg_temp as
$$ select app_has_role('preparer') and not app_is_leaving(asked) and exists (
     select 1 from public.review r where r.customer_id = asked and r.ended_at is null and not app_review_is_held(r.id)) $$;

create or replace function app_talk_in_queue(asked uuid) returns text language sql stable security definer
set search_path = pg_catalog, public, pg_temp as
$$ select p.talk from public.preference p where p.account_id = asked and app_waits_for_review(asked) $$;

create or replace function app_interpreter_in_queue(asked uuid) returns text language sql stable security definer
set search_path = pg_catalog, public, pg_temp as
$$ select i.status from public.interpreter_step i where i.account_id = asked and app_waits_for_review(asked)
   order by i.taken_at desc, i.id desc limit 1 $$;

-- The sealed addresses of everybody else in a return, for a letter at each step of its review: all hold it as equals.
-- Nobody writes to demo accounts, nor about a review to who wants to be deleted.
create or replace function app_contacts_in_review(asked uuid) returns table (account_id uuid, email_sealed bytea)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$ select a.id, a.email_sealed from public.review r
     join public.return_member m on m.return_id = r.return_id join public.account a on a.id = m.account_id
   where r.id = asked and a.id <> app_account() and not a.is_demo and not app_is_leaving(a.id)
     and (app_is_member(r.return_id) or app_prepares_review(r.id)) $$;

-- Whether an assignment was begun by a review of a return of who asks
create or replace function app_was_begun_by_review(asked uuid) returns boolean language sql stable security definer
set search_path = pg_catalog, public, pg_temp as
$$ select exists (select 1 from public.review r join public.assignment a on a.id = r.assignment_id
                    and a.customer_id = r.customer_id where a.id = asked and app_is_member(r.return_id)) $$;

revoke all on function app_review_is_held(uuid), app_is_in_review(uuid), app_prepares_review(uuid),
  app_contacts_in_review(uuid), app_was_begun_by_review(uuid),
  app_took_review_of(uuid), app_waits_for_review(uuid), app_talk_in_queue(uuid), app_interpreter_in_queue(uuid) from public;
grant execute on function app_review_is_held(uuid), app_is_in_review(uuid), app_prepares_review(uuid),
  app_contacts_in_review(uuid), app_was_begun_by_review(uuid),
  app_took_review_of(uuid), app_waits_for_review(uuid), app_talk_in_queue(uuid), app_interpreter_in_queue(uuid) to mbtq_app;

alter table review enable row level security;
grant select, insert, delete on review to mbtq_app;
grant update (state, changed_at, ended_at, preparer_id, assignment_id, looked_revision, looked_at, code_sealed, code_ends_at)
  on review to mbtq_app;
create policy member_select on review for select to mbtq_app using (app_is_member(return_id));
create policy member_insert on review for insert to mbtq_app
  with check (customer_id = app_account() and app_is_member(return_id) and state = 'asked'
    and preparer_id is null and assignment_id is null and ended_at is null);
create policy member_update on review for update to mbtq_app using (app_is_member(return_id) and ended_at is null)
  with check (app_is_member(return_id) and state not in ('approved', 'closed'));
create policy queue_select on review for select to mbtq_app
  using (ended_at is null and app_has_role('preparer') and not app_is_member(return_id)
    and not app_is_leaving(customer_id) and not app_review_is_held(id));
create policy preparer_select on review for select to mbtq_app
  using (app_is_assigned(customer_id, 'preparer') and (preparer_id is null or preparer_id = app_account()));
create policy preparer_update on review for update to mbtq_app
  using (ended_at is null and app_has_role('preparer') and not app_is_member(return_id)
    and ((preparer_id = app_account() and app_is_assigned(customer_id, 'preparer')) or not app_review_is_held(id)))
  with check (state <> 'withdrawn' and app_has_role('preparer') and (preparer_id is null or preparer_id = app_account()));
-- How many wait, and for how long: without what was written, which is in review_event
create policy overseer_select on review for select to mbtq_app
  using (app_has_role('coordinator', 'administrator', 'auditor'));
create policy keeper_select on review for select to mbtq_app using (app_system() = 'keeper' and state = 'withdrawn');
create policy keeper_delete on review for delete to mbtq_app using (app_system() = 'keeper' and state = 'withdrawn');

alter table review_event enable row level security;
grant select, insert on review_event to mbtq_app;
create policy member_select on review_event for select to mbtq_app using (app_is_in_review(review_id));
create policy member_insert on review_event for insert to mbtq_app
  with check (app_is_in_review(review_id) and actor_id = app_account() and step in ('asked', 'answer', 'withdrawn'));
create policy preparer_select on review_event for select to mbtq_app using (app_prepares_review(review_id));
create policy preparer_insert on review_event for insert to mbtq_app
  with check (app_prepares_review(review_id) and actor_id = app_account()
    and step in ('taken', 'note', 'question', 'handed_back', 'approved', 'closed'));

-- Who takes a review is assigned by it; they and everybody in the return can end that again. Other assignments are those
-- of coordinators (staff.sql).
create policy taker_insert on assignment for insert to mbtq_app
  with check (role = 'preparer' and staff_id = app_account() and begun_by = app_account() and ended_at is null
    and customer_id <> app_account() and app_took_review_of(customer_id));
create policy reviewed_select on assignment for select to mbtq_app using (app_was_begun_by_review(id));
create policy taken_update on assignment for update to mbtq_app
  using (begun_by = staff_id and ended_at is null
    and (app_account() in (customer_id, staff_id) or app_was_begun_by_review(id)))
  with check (begun_by = staff_id and (app_account() in (customer_id, staff_id) or app_was_begun_by_review(id)));

-- Everybody in a return that is reviewed knows what its preparer is called. Who works here and has no name yet says once
-- what customers call them; later only an administrator changes that.
create policy reviewed_select on staff_member for select to mbtq_app using (
  exists (select 1 from review r where r.preparer_id = staff_member.id and app_is_member(r.return_id)));
create policy own_insert on staff_member for insert to mbtq_app
  with check (id = app_account() and app_has_role('interpreter', 'support_agent', 'preparer', 'insurance_agent',
    'content_editor', 'coordinator', 'administrator', 'auditor'));
