"""The states of connection_notice."""

from components.connection_notice import connection_notice
from services.words import sentence


def connected() -> None:
    """Connected: nothing to see. Stop the server for two seconds to see the words."""
    connection_notice(sentence("session_end.kept"))
