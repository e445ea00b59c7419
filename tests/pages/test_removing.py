"""A guest who removes their estimate is asked first, and reads what is true for somebody without an account."""

from tests.app import App, Somebody, text_of
from tests.people import guest, signed_up


def _inside(somebody: Somebody, tag: str) -> list[str]:
    assert somebody.client
    boxes = [each for each in somebody.client.elements.values() if each.tag == tag]
    return [" ".join(filter(None, map(text_of, box.descendants()))) for box in boxes]


async def test_a_guest_is_asked_before_their_estimate_is_removed_and_the_first_answer_keeps_it(app: App) -> None:
    somebody = await guest(app)
    for path in ("/tax/2025/estimate", "/tax/2025/costs"):
        await somebody.open(path)
        [asked] = _inside(somebody, "dialog")
        assert "All answers that you gave on this device are removed, for every year." in asked
        assert asked.index("Keep my estimate") < asked.index("Remove it")
        assert _inside(somebody, "form") == ["Remove it"]


async def test_a_guest_who_removed_it_is_not_told_of_an_account(app: App) -> None:
    somebody = await guest(app)
    reply = await somebody.send("sign-out")
    await somebody.open(reply.headers["location"])
    assert "Your estimate is removed" in somebody.says()
    assert "account" not in somebody.says().replace("Your account", "")


async def test_whoever_signs_out_of_an_account_reads_that_it_is_kept(app: App) -> None:
    somebody = await signed_up(app)
    reply = await somebody.send("sign-out")
    await somebody.open(reply.headers["location"])
    assert "what you saved in it is kept" in somebody.says()
