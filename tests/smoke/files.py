"""What the browser loads beside a page: there, small, and kept by the browser."""

import re

import httpx

from tests.smoke.site import Site, demand

_OURS = re.compile(r'(?:href|src)="(/assets/site\.[0-9a-f]{8,}\.(?:css|js))"')
_OTHERS = re.compile(r'src="(/_nicegui/[^"]+\.js)"')


async def static_files(site: Site) -> str:
    """Stylesheet and script have a hash of their content in their name, and are kept for ever."""
    found = sorted(set(_OURS.findall((await site.get("/")).text)))
    kinds = {path.rpartition(".")[2] for path in found}
    demand(seen=found, expected="a stylesheet and a script with a hash in their name", holds=kinds == {"css", "js"})
    for path in found:
        cache = (await site.get(path)).headers.get("cache-control", "")
        demand(seen=f"{path} with {cache!r}", expected="immutable", holds="immutable" in cache)
    return ", ".join(found)


async def revalidation(site: Site) -> str:
    """A file without a hash in its name is asked for again without being sent again."""
    path = _first_of_others(await site.get("/"))
    tag = (await site.get(path)).headers.get("etag", "")
    demand(seen=f"{path} without an ETag", expected="an ETag", holds=bool(tag))
    await site.get(path, expect=304, headers={"If-None-Match": tag})
    return "304, nothing was sent twice"


async def compression(site: Site) -> str:
    """Pages and scripts travel compressed."""
    page = await site.get("/")
    for path in ("/", _first_of_others(page)):
        how = (await site.get(path, headers={"Accept-Encoding": "gzip"})).headers.get("content-encoding", "")
        demand(seen=f"{path} with {how or 'no compression'}", expected="gzip", holds=how == "gzip")
    return "gzip"


def _first_of_others(page: httpx.Response) -> str:
    found = _OTHERS.search(page.text)
    demand(seen="a page without its scripts", expected="scripts of /_nicegui/", holds=found is not None)
    return found[1] if found else ""
