"""What carried a page that was closed is closed too: a browser hangs up by itself, a program may hold it for ever.

Socket.IO only tells the other end that it is disconnected. What lies below it, Engine.IO's line, would stay open for as
long as anything is sent over it, and no page would be counted for it.
"""

import asyncio

from nicegui import background_tasks, core

_PATIENCE_SECONDS = 5.0
"""In this time a browser has shown its last words, and has closed the line."""


async def hang_up(socket_id: str, line_id: str) -> None:
    """Disconnect a socket of a page at once, and close the line that carried it if the other end does not."""
    await core.sio.disconnect(socket_id)
    if line_id in core.sio.eio.sockets:
        background_tasks.create(_close_in_the_end(line_id), name=f"hanging up {line_id}")


async def _close_in_the_end(line_id: str) -> None:
    await asyncio.sleep(_PATIENCE_SECONDS)
    if line := core.sio.eio.sockets.pop(line_id, None):
        await line.close(wait=False)  # to wait would be until all of it was read there
        await line.queue.put(None)  # so that its writer ends, and with it the web socket
