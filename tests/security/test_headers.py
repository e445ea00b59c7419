"""What a caller writes must not become a header of an answer, an address in a letter, or a way out of the site."""

from urllib.parse import urljoin, urlsplit

import httpx

from tests.app import App
from tests.factories import PASSWORD
from tests.people import signed_up
from tests.security.attempts import Attempts
from tests.security.doors import Door, forms, pages
from tests.security.hostile import NEW_LINES, WAYS_OUT


def leads_out(reply: httpx.Response, site: str) -> bool:
    """Whether a browser that follows the answer would leave the site."""
    way: str = reply.headers.get("location", "/")
    return urlsplit(urljoin(site, way)).netloc != urlsplit(site).netloc or way.startswith(("//", "/\\", "\\"))


def fields_for(door: Door, way: str) -> dict[str, str]:
    """A form filled in as its page does it, with this way back."""
    typed = {"email": "maria@people.example", "password": PASSWORD, "theme": "dark", "tax_year": "2025"}
    return {field: typed.get(field, "x") for field in door.fields} | {"next": way, "back_to": way}


async def test_no_form_leads_out_of_the_site(app: App, attempts: Attempts) -> None:
    for door in forms(app):
        for way in WAYS_OUT:
            reply = await app.somebody().http_client.post(door.filled(), data=fields_for(door, way))
            attempts.tried(f"{door.path} {way!r}", refused=not leads_out(reply, app.origin))


async def test_no_page_leads_out_of_the_site_or_links_there(app: App, attempts: Attempts) -> None:
    somebody = await signed_up(app)
    for door in pages(app):
        for way in WAYS_OUT[::2] if door.query else ():
            reply = await somebody.http_client.get(door.filled(), params=dict.fromkeys(door.query, way))
            links = f'"href":"{way}"' in reply.text or f'action":"{way}"' in reply.text
            attempts.tried(f"{door.path} {way!r}", refused=not leads_out(reply, app.origin) and not links)


async def test_no_text_becomes_a_header(app: App, attempts: Attempts) -> None:
    for door in forms(app):
        for text in NEW_LINES:
            reply = await app.somebody().http_client.post(door.filled(), data=fields_for(door, text))
            is_split = "stolen" in reply.headers.get("set-cookie", "") or len(reply.headers.get_list("location")) > 1
            attempts.tried(f"{door.path} {text!r}", refused=not is_split and reply.status_code < 500)


async def test_a_made_up_host_is_written_nowhere(app: App, attempts: Attempts) -> None:
    named = {"Host": "evil.example", "X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "gopher"}
    for door in pages(app):
        reply = await app.somebody().http_client.get(door.filled(), headers=named)
        told = reply.text + str(reply.headers)
        attempts.tried(door.path, refused="evil.example" not in told and "gopher" not in told)
