"""A page that was left is freed at once, piece by piece.

NiceGUI's elements point at themselves (a list of classes, a style and a set of properties each hold a method of their
own), and the handlers of a page point back at what they change. Only Python's full collection frees such rings, and
main.py makes it very rare, because it stops everybody while it walks: without this, page views would stay in memory.
"""

from asyncio import Task

from nicegui import Client, app
from nicegui.element import Element


def free_gone_pages() -> None:
    """Open the rings of every page that NiceGUI deletes from now on."""
    app.on_delete(_let_go)


def end_with_its_page(task: Task[None], client: Client) -> None:
    """Cancel the task when the page is gone.

    NiceGUI looks at the signature of what it then calls. For a method that is written in C, such as `task.cancel`,
    Python copies the list of all modules: a ring of 100 KB, which stayed in memory.
    """

    def end() -> None:
        task.cancel()

    client.on_delete(end)


def _let_go(client: Client) -> None:
    _delete_it_once(client)
    for element in client.elements.values():
        _open_its_rings(element)


def _delete_it_once(client: Client) -> None:
    """NiceGUI still waits for a browser that was away when its session ended, and would then find no page to delete."""
    # pylint: disable=protected-access  # NiceGUI has no public way; the test of this module notices if a name changes
    for waiting in client._delete_tasks.values():
        waiting.cancel()
    client._delete_tasks.clear()


def _open_its_rings(element: Element) -> None:
    # pylint: disable=protected-access  # NiceGUI has no public way; the test of this module notices if a name changes
    element._event_listeners.clear()
    for observed in (element._classes, element._style, element._props):
        observed._change_handlers.clear()
