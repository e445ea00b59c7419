"""What a person does: sign in, and begin an estimate without an account."""

import re

import httpx

from tests.smoke.site import Site, Skipped, demand

_YEAR = "2025"


async def sign_in(site: Site) -> str:
    """Somebody signs in, sees their account, and signs out."""
    if not (site.wanted.email and site.wanted.password):
        raise Skipped("set SMOKE_EMAIL and SMOKE_PASSWORD of an account of your own")
    reply = await site.send("sign-in", email=site.wanted.email, password=site.wanted.password)
    there = reply.headers.get("location")
    demand(seen=f"sent on to {there}", expected="the account: see address and password", holds=there == "/account")
    _guarded(site, reply)
    await site.get("/account")
    await site.send("sign-out")
    await site.get("/account", expect=303)
    return "in and out again"


async def guest_estimate(site: Site) -> str:
    """Somebody without an account begins an estimate, and removes it: nothing of the walk stays in the database."""
    reply = await site.send("estimate", tax_year=_YEAR)
    path = reply.headers.get("location", "")
    demand(seen=f"sent on to {path}", expected="the estimate of the year", holds=path == f"/tax/{_YEAR}/estimate")
    _guarded(site, reply)
    title = re.search(r"<title>([^<]*)", (await site.get(path)).text)
    name = title[1] if title else ""
    demand(seen=f"a page named {name!r}", expected=f"the estimate of {_YEAR}", holds=_YEAR in name)
    await _removed(site)
    return f"{name}; removed again"


async def _removed(site: Site) -> None:
    """By the form of the page's own button, “Remove my estimate”."""
    cookies = site.cookies
    there = (await site.send("sign-out")).headers.get("location")
    demand(seen=f"sent on to {there}", expected="/tax/removed", holds=there == "/tax/removed")
    await site.get(f"/tax/{_YEAR}/estimate", expect=303, headers={"Cookie": cookies})


def _guarded(site: Site, reply: httpx.Response) -> None:
    """Scripts don't read the cookie of a session, other sites don't send it, and over https it stays there."""
    cookies = [each for each in reply.headers.get_list("set-cookie") if "mbtq_session=" in each]
    demand(seen="no cookie of a session", expected="one", holds=bool(cookies))
    wanted = ["httponly", "samesite=lax", *(["secure", "__host-"] if site.is_https else [])]
    missing = [word for word in wanted if not all(word in each.lower() for each in cookies)]
    demand(seen=f"a cookie without {', '.join(missing)}", expected=", ".join(wanted), holds=not missing)
