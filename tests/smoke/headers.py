"""What protects a page in the browser (OWASP Secure Headers Project)."""

import re

from tests.smoke.site import Site, Skipped, demand

_A_YEAR_SECONDS = 31_536_000
_EXACT = {"x-frame-options": "DENY", "x-content-type-options": "nosniff"}
_NONCE = re.compile(r"script-src[^;]*'nonce-([^']+)'")
_QUIET = {"no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"}


async def protection(site: Site) -> str:
    """No frame, no guessed type, no address told to others, no old copy of a page."""
    headers = (await site.get("/")).headers
    for name, value in _EXACT.items():
        demand(
            seen=f"{name}: {headers.get(name)}", expected=value, holds=headers.get(name, "").upper() == value.upper()
        )
    referrer = headers.get("referrer-policy")
    demand(seen=f"referrer-policy: {referrer}", expected=" or ".join(sorted(_QUIET)), holds=referrer in _QUIET)
    cache = headers.get("cache-control", "")
    demand(seen=f"cache-control: {cache}", expected="no-store on a page", holds="no-store" in cache)
    return "frames, types, referrer and cache are as they must be"


async def scripts(site: Site) -> str:
    """Only scripts that carry the nonce of this very answer run."""
    first, second = [await site.get("/") for _ in range(2)]
    nonces = [_NONCE.findall(each.headers.get("content-security-policy", "")) for each in (first, second)]
    demand(seen=first.headers.get("content-security-policy"), expected="script-src with a nonce", holds=bool(nonces[0]))
    demand(seen="the same nonce twice", expected="a new one for each answer", holds=nonces[0] != nonces[1])
    bare = re.findall(r"<script(?![^>]*\bnonce=\"" + re.escape(nonces[0][0]) + r"\")[^>]*>", first.text)
    demand(seen=f"{len(bare)} scripts without it", expected="none", holds=not bare)
    return "each script carries a nonce of its own answer"


async def transport(site: Site) -> str:
    """Browsers are told to come by https only, for a year or longer."""
    if not site.is_https:
        raise Skipped("the address is not https")
    told: str = (await site.get("/")).headers.get("strict-transport-security", "")
    age = re.search(r"max-age=(\d+)", told)
    long_enough = age is not None and int(age[1]) >= _A_YEAR_SECONDS
    demand(seen=f"strict-transport-security: {told!r}", expected="max-age of a year or more", holds=long_enough)
    return told
