"""Pages that wait for their browser are bounded, so that page loads can't fill the memory.

NiceGUI keeps what a page is made of from the moment that it is sent. A browser connects within a second or so; who only
downloads never does, and NiceGUI waits a minute for each of them. One that loses its connection is waited for up to two
minutes, in which most come back.
"""

from itertools import islice

from nicegui import Client


class WaitingPages:
    """At most so many pages wait. The oldest is given up; should its browser come after all, it loads anew."""

    def __init__(self) -> None:
        self.most = 200

    def make_room(self) -> None:
        """Give up pages beyond the bound: first those that never connected. Every page calls this as it begins."""
        if len(Client.instances) <= self.most:
            return
        waiting = [client for client in Client.instances.values() if _waits(client)]
        waiting.sort(key=_was_connected)  # it keeps their order otherwise
        for client in islice(waiting, max(0, len(waiting) - self.most)):
            client.delete()


WAITING = WaitingPages()
"""Those of this process, because NiceGUI has one list of pages in a process."""


def _waits(client: Client) -> bool:
    """Sent, and not connected now."""
    # pylint: disable=protected-access  # NiceGUI has no public way; the test of this module notices a change
    return client._response_built and not client.has_socket_connection


def _was_connected(client: Client) -> bool:
    # pylint: disable=protected-access  # as above
    return bool(client._num_connections)
