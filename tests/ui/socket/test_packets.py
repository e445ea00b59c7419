"""What no page sends over a socket is passed over, or ends it, before a library breaks on it."""

import json

import pytest
from nicegui import core
from starlette.types import Message, Receive, Scope, Send

from tests.app import App
from ui.socket.packets import CheckedPacket, PacketCheck

UNHEARD = (2, None, None, ["nothing"])


@pytest.mark.parametrize(
    "encoded",
    [
        *("", "x", "4", "9", "2", "2{}", "2[]", "2[5]", "2[[1]]", '2["event"', "2[" + "[" * 100_000),
        *('2["connect"]', '2["disconnect"]', '2["connect_error",{}]', '2["*"]', '2["message",{}]'),
        *('51-["event",{"_placeholder":true,"num":0}]', "3[]", "31[1]", "²", '2²["event"]'),
        *("0/x,", "1/x,", '2/x,["event",{}]', '2/x,7["handshake",{}]'),
        b"2[]",
    ],
)
def test_a_packet_that_no_page_sends_is_an_event_that_nobody_hears(encoded: str | bytes) -> None:
    packet = CheckedPacket(encoded_packet=encoded)
    assert (packet.packet_type, packet.namespace, packet.id, packet.data) == UNHEARD


def test_what_a_page_sends_is_read_as_it_is() -> None:
    assert CheckedPacket(encoded_packet='2["event",{"id":4}]').data == ["event", {"id": 4}]
    assert CheckedPacket(encoded_packet='27["handshake",{}]').id == 7
    assert [CheckedPacket(encoded_packet=each).packet_type for each in ("0", "0{}", "1")] == [0, 0, 1]
    assert CheckedPacket(2, data=["update", {}]).encode() == '2["update",{}]'


async def test_the_house_reads_these_and_its_journal_alone_writes_what_broke(app: App) -> None:
    assert app.house
    assert core.sio.packet_class is CheckedPacket
    assert core.sio.logger.handlers == core.sio.eio.logger.handlers == []


async def test_what_is_posted_for_a_line_that_was_closed_is_refused_and_breaks_nothing(app: App) -> None:
    program, polling = app.somebody().http_client, "/_nicegui_ws/socket.io/?EIO=4&transport=polling"
    opened = await program.get(polling)
    line = polling + "&sid=" + json.loads(opened.text[1:])["sid"]
    assert (await program.post(line, content="3")).status_code == 200
    assert (await program.post(line, content="1")).status_code == 200  # that it closes
    assert (await program.post(line, content="3")).status_code == 400


@pytest.mark.parametrize(
    ("text", "passes"), [("2probe", True), ("40", True), ("6", True), ("x", False), ("", False), ("7", False)]
)
async def test_a_socket_that_sends_no_packet_at_all_ends(text: str, *, passes: bool) -> None:
    heard: list[Message] = []

    async def app(_scope: Scope, receive: Receive, _send: Send) -> None:
        heard.append(await receive())

    async def sent() -> Message:
        return {"type": "websocket.receive", "text": text}

    async def send(_: Message) -> None: ...

    await PacketCheck(app)({"type": "websocket"}, sent, send)
    assert heard == [
        {"type": "websocket.receive", "text": text} if passes else {"type": "websocket.disconnect", "code": 1002}
    ]
