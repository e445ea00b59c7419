-- The season in numbers: how many returns were begun, finished and filed, and how many reviews wait. No row of anybody is told.
-- Who may find every customer reads exact numbers. Everybody else reads them to the nearest five, and -1 for fewer than
-- five, so that no number tells of one person, and no difference of two numbers does.
create or replace function app_told_number(exact bigint) returns bigint language sql stable security definer
set search_path = pg_catalog, public, pg_temp as
$$ select case when app_has_role('coordinator', 'administrator') then exact
               when not app_has_role('preparer', 'support_agent', 'auditor') then null
               when exact < 5 then -1 else (round(exact / 5.0) * 5)::bigint end $$;

-- The returns of accounts, each once, with how their first member talks
drop function if exists app_season(integer, date);
create function app_season(asked_year integer, since date) returns
table (part text, label text, started bigint, finished bigint, waiting bigint, filed bigint) language sql stable security definer
set search_path = pg_catalog, public, pg_temp as
$$ with held as materialized (
     select distinct on (t.id) t.id, t.tax_year, t.created_at, t.finished_at, coalesce(p.talk, 'Text_Only') as talk,
       exists (select 1 from public.review r where r.return_id = t.id and r.ended_at is null) as waits,
       (select f.filed_on from public.filed_return f where f.return_id = t.id order by f.marked_at, f.id limit 1) as filed_on
     from public.tax_return t join public.return_member m on m.return_id = t.id
     left join public.preference p on p.account_id = m.account_id
     where m.account_id is not null and t.removed_at is null and app_has_role('coordinator', 'administrator', 'preparer', 'support_agent', 'auditor')
     order by t.id, m.id),
   weeks as (select day::date as week from generate_series(date_trunc('week', since::timestamp), app_now() at time zone 'UTC', interval '1 week') day)
   select 'week', w.week::text,
     app_told_number((select count(*) from held h where h.tax_year = asked_year and h.created_at >= w.week and h.created_at < w.week + 7)),
     app_told_number((select count(*) from held h where h.tax_year = asked_year and h.finished_at >= w.week and h.finished_at < w.week + 7)),
     app_told_number((select count(*) from public.review r where r.tax_year = asked_year and r.asked_at < w.week + 7
                        and (r.ended_at is null or r.ended_at >= w.week + 7))),
     app_told_number((select count(*) from held h where h.tax_year = asked_year and h.filed_on >= w.week and h.filed_on < w.week + 7))
   from weeks w where app_has_role('coordinator', 'administrator', 'preparer', 'support_agent', 'auditor')
   union all
   select 'talk', h.talk, app_told_number(count(*)), app_told_number(count(h.finished_at)),
     app_told_number(count(*) filter (where h.waits)), app_told_number(count(h.filed_on)) from held h where h.tax_year = asked_year group by h.talk
   union all
   select 'year', h.tax_year::text, app_told_number(count(*)), app_told_number(count(h.finished_at)),
     app_told_number(count(*) filter (where h.waits)), app_told_number(count(h.filed_on)) from held h group by h.tax_year $$;

-- By how they ended: how many reviews, and how long they took, in hours: half of them, and nine of ten. Of fewer than five,
-- only overseers learn it. What a customer took back says nothing of how long we need.
drop function if exists app_ended_reviews(integer);
create function app_ended_reviews(asked_year integer) returns table (ended text, reviews bigint, median float8, ninth float8)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$ with took as (
     select e.ended, extract(epoch from r.ended_at - r.asked_at) / 3600 as hours
     from unnest(array['approved', 'closed', 'withdrawn']) e(ended)
     left join public.review r on r.state = e.ended and r.tax_year = asked_year and r.ended_at is not null)
   select t.ended, app_told_number(count(t.hours)),
     case when t.ended <> 'withdrawn' and app_told_number(count(t.hours)) > 0 then percentile_cont(0.5) within group (order by t.hours) end,
     case when t.ended <> 'withdrawn' and app_told_number(count(t.hours)) > 0 then percentile_cont(0.9) within group (order by t.hours) end
   from took t where app_has_role('coordinator', 'administrator', 'preparer', 'support_agent', 'auditor')
   group by t.ended order by array_position(array['approved', 'closed', 'withdrawn'], t.ended) $$;

-- The same of approved ones alone, for an earlier release that may still serve
create or replace function app_review_times(asked_year integer) returns table (reviews bigint, median float8, ninth float8)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$ select app_told_number(count(*)),
     case when app_told_number(count(*)) > 0 then percentile_cont(0.5) within group (order by extract(epoch from r.ended_at - r.asked_at) / 3600) end,
     case when app_told_number(count(*)) > 0 then percentile_cont(0.9) within group (order by extract(epoch from r.ended_at - r.asked_at) / 3600) end
   from public.review r where r.tax_year = asked_year and r.state = 'approved'
     and app_has_role('coordinator', 'administrator', 'preparer', 'support_agent', 'auditor') $$;
revoke all on function app_told_number(bigint), app_season(integer, date), app_ended_reviews(integer), app_review_times(integer) from public;
grant execute on function app_told_number(bigint), app_season(integer, date), app_ended_reviews(integer), app_review_times(integer) to mbtq_app;
