"""The port is taken before anything else starts, and a wrong host is one line."""

import socket

import pytest

from db.cannot_start import CannotStart
from services.settings import Settings
from services.starting.launch import listen
from tests.processes.house_process import free_port


def test_whoever_connects_before_the_house_is_open_waits_instead_of_being_turned_away(settings: Settings) -> None:
    port = free_port()
    with listen(settings.model_copy(update={"port": port})), socket.create_connection(("127.0.0.1", port)):
        pass


@pytest.mark.parametrize("host", ["no.such.host.invalid", "192.0.2.1"])
def test_a_host_that_is_not_this_machine_is_named(settings: Settings, host: str) -> None:
    with pytest.raises(CannotStart, match=f"can't listen on {host}, port {settings.port}: "):
        listen(settings.model_copy(update={"host": host}))
