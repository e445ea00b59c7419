"""One address can't fill the house with sockets, and a whole school behind one address never comes near the bound."""

import re
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import pytest
from aiohttp import ClientSession, ClientWebSocketResponse, TCPConnector, WSServerHandshakeError

from tests.deployment.certificates import OfTheHouse
from tests.deployment.nginx_server import Nginx, prepared, running
from tests.deployment.standing import Standing
from tests.processes.house_process import ROOT

BOUND = re.compile(r"limit_conn sockets (\d+);")
PEOPLE, PAGES = 200, 4


@asynccontextmanager
async def _socket(nginx: Nginx, origin: str, *, comes_from: str) -> AsyncIterator[ClientWebSocketResponse]:
    """One that is open while the block lasts, of somebody at this address of this machine."""
    way = TCPConnector(local_addr=(comes_from, 0), ssl=nginx.trusted())
    address = f"https://127.0.0.1:{nginx.tls_port}/_nicegui_ws/socket.io/?EIO=4&transport=websocket"
    headers = {"Origin": origin, "Host": "localhost"}
    async with ClientSession(connector=way, headers=headers) as session, session.ws_connect(address) as opened:
        yield opened


@pytest.fixture
def strict(site: Standing, tmp_path: Path, certificates: OfTheHouse) -> Nginx:
    """One more nginx in front of the same processes, by which an address may have two sockets."""
    tmp_path.chmod(0o711)
    nginx = prepared(tmp_path, [process.port for process in site.processes], certificates)
    file = tmp_path / "nginx.conf"
    file.write_text(BOUND.sub("limit_conn sockets 2;", file.read_text(encoding="utf-8")), encoding="utf-8")
    return nginx


async def test_sockets_beyond_the_bound_of_an_address_are_refused_and_others_are_not(
    site: Standing, strict: Nginx
) -> None:
    with running(strict):
        async with AsyncExitStack() as stack:
            for address in ("127.0.0.5", "127.0.0.5", "127.0.0.6"):
                opened = await stack.enter_async_context(_socket(strict, site.nginx.address, comes_from=address))
                assert (await opened.receive_str()).startswith("0{")
            with pytest.raises(WSServerHandshakeError) as refused:
                await stack.enter_async_context(_socket(strict, site.nginx.address, comes_from="127.0.0.5"))
            assert refused.value.status == 429
        async with _socket(strict, site.nginx.address, comes_from="127.0.0.5") as again:
            assert (await again.receive_str()).startswith("0{")


def test_a_school_behind_one_address_is_far_from_the_bound() -> None:
    [bound] = BOUND.findall((ROOT / "deploy/nginx/nginx.conf").read_text(encoding="utf-8"))
    assert int(bound) >= PEOPLE * PAGES
