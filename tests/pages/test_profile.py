"""The page on which a person tells their name and their state."""

from tests.app import App, Somebody
from tests.pages.acting import field
from tests.people import signed_up


async def _saved(somebody: Somebody, **told: str) -> None:
    reply = await somebody.send("profile", **told)
    assert reply.status_code == 303
    await somebody.open(reply.headers["location"])


async def test_a_name_and_a_state_are_saved_and_stand_there_the_next_time(app: App) -> None:
    somebody = await signed_up(app)
    await somebody.open("/account/profile")
    await _saved(somebody, name="Rosa Díaz", residence="TX")
    assert "What you told us is saved." in somebody.says()
    assert field(somebody, "Your name").props["defaultValue"] == "Rosa Díaz"


async def test_a_mistake_is_named_and_what_was_typed_is_kept(app: App) -> None:
    somebody = await signed_up(app)
    await _saved(somebody, name="x" * 201, residence="XX")
    assert "Please use at most 200 characters for your name." in somebody.says()
    assert "Please choose one of the options." in somebody.says()
    assert "saved" not in somebody.says()
    assert field(somebody, "Your name").props["defaultValue"] == "x" * 201


async def test_whoever_is_not_signed_in_signs_in_first(app: App) -> None:
    reply = await app.somebody().send("profile", name="Rosa")
    assert reply.headers["location"] == "/sign-in?next=/account/profile"
