"""How many pages this process holds in memory."""

from nicegui import Client

from services.vitals.reading import Pages


def pages_in_memory() -> Pages:
    """Those whose browser is connected, and those that wait for theirs or have lost it."""
    clients = list(Client.instances.values())
    connected = sum(client.has_socket_connection for client in clients)
    return Pages(connected, len(clients) - connected)
