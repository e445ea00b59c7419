"""Whether the house answers, is ready, and keeps its inside to itself."""

from tests.smoke.site import Site, Skipped, demand

_HEALTH = "/api/internal/health"


async def health(site: Site) -> str:
    """It answers that it is up."""
    told = (await site.get(_HEALTH)).json()
    demand(seen=told, expected="status UP", holds=told.get("status") == "UP")
    return "it is up"


async def liveness(site: Site) -> str:
    """The process is alive."""
    reply = await site.get(f"{_HEALTH}/live")
    cache = reply.headers.get("cache-control", "")
    demand(
        seen=f"Cache-Control {cache!r}",
        expected="no-store, so that nobody sees an old answer",
        holds="no-store" in cache,
    )
    return "the process is alive"


async def readiness(site: Site) -> str:
    """Visitors may be sent here; strangers don't read of which parts it is made."""
    told = (await site.get(f"{_HEALTH}/ready")).json()
    demand(seen=told.get("status"), expected="status UP", holds=told.get("status") == "UP")
    if not site.is_own_machine:
        demand(seen="the list of parts", expected="only the status, for a stranger", holds="checks" not in told)
    return "visitors may be sent here"


async def metrics(site: Site) -> str:
    """Metrics lead nowhere for a stranger."""
    if site.is_own_machine:
        raise Skipped("this computer asks itself, and is no stranger")
    await site.get("/api/internal/metrics", expect=404)
    return "strangers find nothing there"


async def nowhere(site: Site) -> str:
    """An address that leads nowhere is a true 404 with a readable page."""
    reply = await site.get("/there-is-no-such-page", expect=404)
    kind = reply.headers.get("content-type", "")
    demand(seen=kind, expected="a page (text/html)", holds=kind.startswith("text/html"))
    return "a readable page says so"
