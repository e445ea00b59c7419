"""The real PostgreSQL 18 that comes with the app, for a machine that has none.

It listens on a socket only, in a folder that only its own account (and root) may enter: so it asks for no password.
"""

from db.embedded.place import Place, place_in
from db.embedded.server import EmbeddedServer, end_if_ours, running_url, start

__all__ = ["EmbeddedServer", "Place", "end_if_ours", "place_in", "running_url", "start"]
