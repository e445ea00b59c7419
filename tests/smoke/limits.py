"""Too many requests are refused, politely. This uses up a minute of this computer's address, so it comes last."""

from tests.smoke.site import Failed, Site, Skipped, demand

_PATH = "/api/openapi.json"  # it costs the house little
_MOST = 2_000


async def rate_limit(site: Site) -> str:
    """Beyond the limit comes 429 with Retry-After."""
    if not site.wanted.rate_limit:
        raise Skipped("set RATE_LIMIT=1; it uses up this computer's requests for a minute")
    told = (await site.get(_PATH)).headers.get("x-ratelimit-limit", "")
    demand(seen=f"X-RateLimit-Limit {told!r}", expected="a number", holds=told.isdigit())
    limit = int(told)
    if limit > _MOST:
        raise Skipped(f"the limit is {limit} a minute, too many to try")
    for number in range(1, 2 * limit + 1):
        reply = await site.client.get(_PATH)
        if reply.status_code == 429:
            wait = reply.headers.get("retry-after", "")
            demand(seen=f"429 with Retry-After {wait!r}", expected="seconds", holds=wait.isdigit() and int(wait) > 0)
            return f"429 after {number} more requests, again in {wait} seconds"
        demand(seen=reply.status_code, expected="200 or 429", holds=reply.status_code == 200)
    raise Failed(f"{2 * limit} requests were answered", f"429 after about {limit}")
