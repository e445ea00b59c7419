"""The frame of every page: skip link, header with how we talk, menu, one h1 in main, footer, live regions."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from urllib.parse import parse_qs, quote

from nicegui import ui
from nicegui.element import Element

from components.brand import brand_mark
from components.breadcrumb import Crumb, breadcrumb
from components.connection_notice import connection_notice
from components.link import link
from components.live_region import live_regions
from components.native import element, written
from components.prose import heading, paragraph, strong
from services import words
from ui.drafts import keep_drafts, kept_in_words
from ui.guards import Visit, way_to_sign_in
from ui.memory.held_pages import HELD
from ui.memory.waiting_pages import WAITING
from ui.navigation import FOOT, SIGN_IN, Place, is_here, places_for
from ui.sessions.leaving import leave_with_its_session
from ui.staff.access.leaving import leave_with_the_role

BRAND = "MBTQ"
STAYS_SECONDS = 120  # how long a page with input waits for a lost connection; NiceGUI's 3 s would lose what was typed


@contextmanager
def page_frame(
    title: str,
    visit: Visit,
    *,
    above: str = "",
    has_heading: bool = True,
    way: Sequence[Crumb] = (),
    here: str = "",
) -> Iterator[Element]:
    """Draw the frame and hand over the main part, whose only h1 is the title. `above` is a small line over it.

    `way` are the pages above this one, from the top, and `here` is what this one is called after them, if not by its
    title. The way stands before the main part, so that the skip link leads past it.
    """
    WAITING.make_room()
    HELD.hold(ui.context.client, visit)
    ui.page_title(f"{title} – {BRAND}")
    _draw_around_main(visit, way, here or title)
    with element("div", "wide") as drawn:
        if above:
            paragraph(above, soft=True, above=True)
        if has_heading:
            heading(title)
        yield drawn
    if visit.is_known:
        keep_drafts(visit)


def _draw_around_main(visit: Visit, way: Sequence[Crumb], here: str) -> None:
    """What stands before the main part, and after it."""
    layout = ui.context.client.layout
    main = ui.context.client.content.parent_slot.parent  # type: ignore[union-attr]  # NiceGUI's own <main>
    main.props["tabindex"] = "-1"
    with layout:
        parts = [_skip_link(main), _header(visit), _menu(visit), *_way_here(way, here)]
        for position, part in enumerate(parts):
            part.move(layout, target_index=position)
        leave_with_its_session(visit)
        leave_with_the_role(visit)
        _footer(visit)


def _skip_link(main: Element) -> Element:
    return written("a", "Skip to the main part", "skip", href=f"#{main.html_id}")


def _header(visit: Visit) -> Element:
    with element("header", "top") as header, element("div", "wide"):
        with element("a", "mark", href="/", aria_label="MBTQ, first page"):
            brand_mark()
            written("span", BRAND)
        with element("div", "talk"):
            with written("span", "We talk by "):
                written("strong", words.sentence(f"talk.{visit.preferences.talk}.by"))
            there = visit.address if visit.path == "/talk" else f"/talk?next={quote(visit.address)}"
            link("Change", there, hidden_suffix=" how we talk")
    return header


def _menu(visit: Visit) -> Element:
    with element("nav", "places", aria_label="Places") as menu, element("ul"):
        for place in _places_for(visit):
            with element("li"):
                here = "page" if is_here(place, visit.path) else None
                written("a", place.label, href=_way_to(place, visit), aria_current=here)
    return menu


def _places_for(visit: Visit) -> list[Place]:
    """Whoever can't be looked up now may be signed in: an offer to sign in would say that they are not."""
    return [place for place in places_for(visit.visitor) if visit.is_known or place.path != SIGN_IN]


def _way_here(way: Sequence[Crumb], here: str) -> Iterator[Element]:
    if way:
        with element("div", "wide way") as drawn:
            breadcrumb(way, here)
        yield drawn


def _way_to(place: Place, visit: Visit) -> str:
    """Who was on the way to a page when they were asked to sign in, or were signed out there, gets to it in the end."""
    onward = parse_qs(visit.query).get("next")
    return way_to_sign_in(onward[0]) if onward and place.path == SIGN_IN else place.path


def _footer(visit: Visit) -> None:
    with element("footer", "foot"), element("div", "wide small"):
        with paragraph("Nothing here is sent to the IRS."):
            if visit.in_demo:
                strong(" Demo: the people and figures here are made up.")
        with element("nav", aria_label="About this site"), element("ul"):
            for label, path in FOOT:
                with element("li"):
                    link(label, f"{path}?next={quote(visit.address)}" if path == "/display" else path)
    live_regions()
    connection_notice(kept_in_words(ui.context.client.request.state.house))
