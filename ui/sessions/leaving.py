"""An open page of a session that has ended: it says so, shows nothing more, and its sockets are closed."""

from nicegui import Client, background_tasks, core, ui

from components.connection_notice import leaving
from services.accounts.sessions import Ending, news_of
from services.visitor import Guest, Person
from services.words import sentence


def leave_with_its_session(visitor: Person | Guest) -> None:
    """Close the page that is being drawn as soon as its session is ended, in whichever process. Frames call it once."""
    session_id = visitor.session_id
    if session_id is None:
        return
    client = ui.context.client
    shared = client.request.state.house.shared

    async def listen() -> None:
        with shared.listening(news_of(session_id)) as news:
            ending = Ending((await news.get()).decode())
        background_tasks.create(_close(client, _parting(visitor, ending)))  # closing the page ends this task

    task = background_tasks.create(listen(), name=f"leaving with {news_of(session_id)}")
    client.on_delete(task.cancel)


def _parting(visitor: Person | Guest, ending: Ending) -> str:
    """The script that the browser runs as the last of this page."""
    if ending is Ending.REPLACED:
        return leaving(sentence("session_end.replaced"))
    if isinstance(visitor, Guest):
        return leaving(sentence("session_end.removed"), to="/tax/removed", forgets_drafts=True)
    return leaving(sentence("session_end.signed_out"), to="/signed-out?by=elsewhere", forgets_drafts=True)


async def _close(client: Client, parting: str) -> None:
    """Not by the outbox of the page: it would not be emptied before the page is gone."""
    if client.is_deleted:
        return
    sockets = [socket_id for socket_id, _ in core.sio.manager.get_participants("/", client.id)]
    await core.sio.emit("run_javascript", {"code": parting}, to=client.id)
    client.delete()
    for socket_id in sockets:
        await core.sio.disconnect(socket_id)
