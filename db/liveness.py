"""Whether a connection that lay in the pool still leads anywhere, without asking the server.

Nobody sends anything to a connection that rests, but a server that ends it: a last word, and the end of the line. So
one look at the socket tells, and nobody waits. A question to the server would tell no more, and cost each transaction
a fifth of its time. What a cut line is given up by stands in db/engine.py.
"""

from select import POLLIN, poll
from typing import Any

from sqlalchemy import event
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.ext.asyncio import AsyncEngine


def replace_closed_connections(engine: AsyncEngine) -> None:
    """Have the pool open another connection in place of one that the server has closed."""

    @event.listens_for(engine.sync_engine, "checkout")
    def _look(connection: Any, _record: Any, _holder: Any) -> None:
        server = connection.driver_connection
        if server.closed or _said_something(server.fileno()):
            raise DisconnectionError


def _said_something(socket: int) -> bool:
    looking = poll()
    looking.register(socket, POLLIN)
    return bool(looking.poll(0))
