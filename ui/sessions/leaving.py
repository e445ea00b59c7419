"""An open page ends with its session: it says so, shows nothing more, and its sockets are closed."""

import asyncio
from contextlib import suppress
from urllib.parse import quote
from uuid import UUID

from nicegui import Client, background_tasks, core, ui

from components.connection_notice import leaving
from services.accounts.sessions import News, news_of
from services.house import House
from services.visitor import Guest, Person
from services.words import sentence
from ui.guards import Visit
from ui.memory.gone_pages import end_with_its_page
from ui.sessions.time_limits import TimeLimits
from ui.socket.hanging_up import hang_up

_OF_STAFF = "/staff/"
"""What is typed there is about somebody else, and does not outlive the session of who typed it."""


def leave_with_its_session(visit: Visit) -> None:
    """Close the page that is being drawn as soon as its session ends, in whichever process. The frame calls it once.

    For a person it also draws the place of the warning that comes two minutes before a session ends by itself.
    """
    session_id = visit.visitor.session_id
    if session_id is None:
        return
    client = ui.context.client
    house: House = client.request.state.house
    limits = TimeLimits(house, visit) if isinstance(visit.visitor, Person) else None

    async def attend() -> None:
        ended = await _end_of(house, session_id, client, limits)
        background_tasks.create(close_page(client, _parting(visit, ended)))  # closing the page ends this task

    task = background_tasks.create(attend(), name=f"leaving with {news_of(session_id)}")
    end_with_its_page(task, client)


async def _end_of(house: House, session_id: UUID, client: Client, limits: TimeLimits | None) -> News | None:
    """Wait until the session has ended: how it was ended; None if it did by itself."""
    with house.shared.listening(news_of(session_id)) as news:
        while True:
            patience: float | None = None
            if limits:
                with client:
                    patience = await limits.shown()
                if patience is None:
                    return None
            heard = News.USED
            with suppress(TimeoutError):
                heard = News((await asyncio.wait_for(news.get(), patience)).decode())
            if heard is not News.USED:
                return heard


def _parting(visit: Visit, ended: News | None) -> str:
    """The script that the browser runs as the last of this page."""
    if ended is News.REPLACED:
        return leaving(sentence("session_end.replaced"))
    if ended is None:
        by = "time" if visit.let_in_by else "itself"
        to = f"/signed-out?by={by}&next={quote(visit.address, safe='')}"
        return leaving(sentence("session_end.signed_out"), to=to, forgets_under=_OF_STAFF)
    if isinstance(visit.visitor, Guest):
        return leaving(sentence("session_end.removed"), to="/tax/removed", forgets_drafts=True)
    return leaving(sentence("session_end.signed_out"), to="/signed-out?by=elsewhere", forgets_drafts=True)


async def close_page(client: Client, parting: str) -> None:
    """Run the script in the browser as the last of this page, forget the page, and close its sockets.

    Not by the outbox of the page: it would not be emptied before the page is gone.
    """
    if client.is_deleted:
        return
    sockets = list(core.sio.manager.get_participants("/", client.id))
    await core.sio.emit("run_javascript", {"code": parting}, to=client.id)
    client.delete()
    for socket_id, line_id in sockets:
        await hang_up(socket_id, line_id)
