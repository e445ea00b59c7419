"""What another site sends in a visitor's name (CSRF; OWASP ASVS 5.0, 3.5.1): refused at every door."""

import pytest

from services.settings import Settings
from tests.app import App
from tests.people import signed_up
from tests.security.attempts import Attempts
from tests.security.doors import forms


@pytest.fixture
def elsewhere(settings: Settings) -> tuple[str, ...]:
    """Origins that are not ours, some of which look so."""
    ours = settings.public_url
    scheme, _, host = ours.partition("://")
    return ("https://evil.example", "null", "", f"{ours}.evil.example", f"{scheme}://evil.example/{host}", f"{ours}:1")


async def test_no_door_hears_another_site_in_the_name_of_who_is_signed_in(
    app: App, attempts: Attempts, elsewhere: tuple[str, ...]
) -> None:
    maria = await signed_up(app)
    for door in forms(app):
        for origin in elsewhere:
            reply = await maria.http_client.post(door.filled(), data={}, headers={"Origin": origin})
            attempts.tried(f"{door.path} from {origin!r}", refused=reply.status_code == 403)


async def test_no_door_hears_a_browser_that_hides_where_it_comes_from(app: App, attempts: Attempts) -> None:
    maria = await signed_up(app)
    del maria.http_client.headers["Origin"]
    for door in forms(app):
        reply = await maria.http_client.post(door.filled(), data={}, headers={"Sec-Fetch-Site": "cross-site"})
        attempts.tried(door.path, refused=reply.status_code == 403)


async def test_what_changes_something_does_not_happen_by_looking(app: App, attempts: Attempts) -> None:
    maria = await signed_up(app)
    for door in forms(app):
        for method in ("GET", "HEAD", "OPTIONS"):
            reply = await maria.http_client.request(method, door.filled())
            attempts.tried(f"{method} {door.path}", refused=reply.status_code in {404, 405})
