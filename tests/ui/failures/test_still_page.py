"""A page of words alone looks like the others, and lets nothing in that was written by somebody else."""

import re

from tests.app import Somebody
from ui.failures.still_page import still_page


async def test_its_frame_says_what_the_frame_of_every_page_says(somebody: Somebody) -> None:
    await somebody.open("/")
    for text in ("Skip to the main part", "MBTQ", "Nothing here is sent to the IRS."):
        assert text in somebody.says()
        assert f">{text}</" in still_page("Please wait", [])


async def test_its_stylesheet_is_the_one_that_every_page_has(somebody: Somebody) -> None:
    [path] = re.findall(r'<link rel="stylesheet" href="([^"]+)"', still_page("Please wait", []))
    reply = await somebody.http_client.get(path)
    assert (reply.status_code, reply.headers["content-type"].partition(";")[0]) == (200, "text/css")


def test_what_somebody_else_wrote_stays_text() -> None:
    html = still_page("<b>", ["<script>"], again='/x"><script>')
    assert "<script" not in html
    assert "<h1>&lt;b&gt;</h1>" in html
    assert 'href="/x&quot;&gt;&lt;script&gt;"' in html


def test_the_way_back_is_offered_only_where_there_is_one() -> None:
    assert "Try again" in still_page("Please wait", [], again="/tax")
    assert "Try again" not in still_page("Please wait", [])
