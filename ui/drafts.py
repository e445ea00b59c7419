"""Whose drafts the browser may restore on a page, and the key by which it keeps them (decision 21)."""

from base64 import b64encode
from hashlib import sha256
from uuid import UUID

from nicegui import Client, ui

from components.drafts import drafts_belong_to
from services.accounts import draft_keys
from services.house import House
from services.visitor import Person
from services.words import sentence
from ui import cookies
from ui.visits import Visit

_SHOWN = "document"
_DOORS = frozenset({"/sign-in", "/sign-in/second-step", "/account/prove"})
"""Where who sent a form is led when they have to come in first, or anew: the form was not taken."""


def keep_drafts(visit: Visit) -> None:
    """Say both on the page that has just been drawn. The frame calls it once, for whoever could be looked up.

    Who has no session gets a key, and the cookie that it is made of, only with a page on which they can type. A script
    that fetches the page gets none: the browser tells what it is for, and no script can change that (W3C, Fetch
    Metadata Request Headers). Browsers from before 2023 tell nothing, and get it.
    """
    client = ui.context.client
    visitor = visit.visitor
    owner = visitor.person_id if isinstance(visitor, Person) else visitor.session_id
    name = sha256(owner.bytes).hexdigest()[:16] if owner else ""
    is_shown = client.request.headers.get("sec-fetch-dest", _SHOWN) == _SHOWN
    key = _key_for(client, owner) if is_shown and (owner or _takes_drafts(client)) else b""
    drafts_belong_to(
        name,
        key=b64encode(key).decode(),
        end_with_session=visit.let_in_by is not None,  # what staff type is about somebody else
        not_taken=visit.path in _DOORS or getattr(client.request.state, "form_came_back", False),
    )


def kept_in_words(house: House) -> str:
    """That what was typed is kept as long as its tab is open, in words; nothing where browsers can't keep it."""
    return sentence("session_end.kept") if house.settings.browsers_keep_drafts else ""


def _takes_drafts(client: Client) -> bool:
    return any("data-draft" in element.props for element in client.elements.values())


def _key_for(client: Client, owner: UUID | None) -> bytes:
    request = client.request
    house: House = request.state.house
    secret = draft_keys.draft_secret(house.keyring, cookies.read(request, cookies.DRAFTS))
    lasts = draft_keys.KEPT_FOR
    request.state.page_cookie = cookies.header(house.settings, cookies.DRAFTS, secret.cookie, lasts=lasts)
    return secret.key_for(owner)
