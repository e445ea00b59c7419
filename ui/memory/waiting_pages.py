"""Pages that wait for their browser to connect are bounded, so that page loads can't fill the memory.

NiceGUI keeps what a page is made of from the moment that it is sent. A browser connects within a second or so; who only
downloads never does, and NiceGUI waits a minute for each of them.
"""

from itertools import islice

from nicegui import Client


class WaitingPages:
    """At most so many pages wait. The oldest is given up; should its browser come after all, it loads anew."""

    def __init__(self) -> None:
        self.most = 200

    def make_room(self) -> None:
        """Give up the oldest pages beyond the bound. Every page calls this as it begins to be drawn."""
        if len(Client.instances) <= self.most:
            return
        waiting = [client for client in Client.instances.values() if _waits(client)]
        for client in islice(waiting, max(0, len(waiting) - self.most)):
            client.delete()


WAITING = WaitingPages()
"""Those of this process, because NiceGUI has one list of pages in a process."""


def _waits(client: Client) -> bool:
    """Sent, and never connected. A page that has lost its connection is NiceGUI's own to give up."""
    # pylint: disable=protected-access  # NiceGUI has no public way; the test of this module notices a change
    return client._response_built and not client.has_socket_connection and not client._num_connections
