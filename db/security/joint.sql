-- Joint returns: a member invites by letter; the task 'joint' finds the invitation by its letter and makes the invited
-- account the second member. Each member leaves at once, as long as the other one stays.
alter table joint_invitation enable row level security;
grant select, insert, delete on joint_invitation to mbtq_app;
grant update (token_hash) on joint_invitation to mbtq_app;
create policy own_select on joint_invitation for select to mbtq_app using (account_id = app_account());
create policy own_insert on joint_invitation for insert to mbtq_app
  with check (account_id = app_account() and app_is_member(return_id));
create policy own_update on joint_invitation for update to mbtq_app using (account_id = app_account());
create policy joint_select on joint_invitation for select to mbtq_app using (app_system() = 'joint');
create policy joint_update on joint_invitation for update to mbtq_app using (app_system() = 'joint');
create policy joint_select on account for select to mbtq_app using (app_system() = 'joint');
create policy keeper_select on joint_invitation for select to mbtq_app using (app_system() = 'keeper');
create policy keeper_delete on joint_invitation for delete to mbtq_app using (app_system() = 'keeper');

-- Whether an invitation into this return can be accepted now: only then 'joint' adds a member
create or replace function app_is_offered(asked uuid) returns boolean language sql stable security definer
set search_path = pg_catalog, public, pg_temp as
$$ select exists (select 1 from public.joint_invitation i join public.return_member m
                    on m.return_id = i.return_id and m.account_id = i.account_id
                  where i.return_id = asked and i.token_hash is not null and i.expires_at > app_now()) $$;

-- Whether somebody else with an account is a member too: then who asks can leave, and nobody's return is lost
create or replace function app_has_other_member(asked uuid) returns boolean language sql stable security definer
set search_path = pg_catalog, public, pg_temp as
$$ select app_is_member(asked) and exists (select 1 from public.return_member m where m.return_id = asked
                                             and m.account_id <> app_account()) $$;

-- The other one in a return of who asks, with the sealed name that they told us; their address stays theirs
create or replace function app_name_of_fellow(asked uuid) returns table (account_id uuid, name_sealed bytea)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$ select m.account_id, c.name_sealed from public.return_member m
     left join public.customer_profile c on c.id = m.account_id
   where m.return_id = asked and m.account_id <> app_account() and app_is_member(asked) $$;
revoke all on function app_is_offered(uuid), app_has_other_member(uuid), app_name_of_fellow(uuid) from public;
grant execute on function app_is_offered(uuid), app_has_other_member(uuid), app_name_of_fellow(uuid) to mbtq_app;

grant delete on return_member to mbtq_app;
create policy joint_select on return_member for select to mbtq_app using (app_system() = 'joint');
create policy joint_insert on return_member for insert to mbtq_app
  with check (app_system() = 'joint' and account_id is not null and app_is_offered(return_id));
create policy member_leaves on return_member for delete to mbtq_app
  using (account_id = app_account() and app_has_other_member(return_id));
create policy fellow_select on return_member for select to mbtq_app using (app_is_member(return_id));
