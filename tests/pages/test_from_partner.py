"""The page of the letter about a registration: it says who told us what, and leads the right person in."""

from services.words import sentence
from tests.app import App
from tests.factories import an_address
from tests.letters import letter_to, token_in
from tests.partners import REGISTER, a_partner
from tests.people import known_as

PAGE = "/intake/from-partner"


async def _token(app: App, address: str) -> str:
    sent = {"full_name": "Rosa Diaz", "email": address, "communication_preference": "VRI", "interpreter_needed": True}
    reply = await (await a_partner(app)).client.post(REGISTER, json=sent)
    assert reply.status_code == 201
    return token_in(await letter_to(app.house.settings.data_dir, address))


async def test_the_right_person_reads_what_was_told_takes_it_over_and_finds_it(app: App) -> None:
    address = an_address()
    somebody, _ = await known_as(app, address=address)
    token = await _token(app, address)
    await somebody.open(f"{PAGE}?token={token}")
    for said in ("Example Bank registered you with us.", "Rosa Diaz", "video with interpreter", "Waiting"):
        assert said in somebody.says()
    reply = await somebody.send("intake-offer/accept", token=token)
    await somebody.open(reply.headers["location"])
    assert sentence("intake.interpreter.Pending.short") in somebody.says()
    await somebody.open(f"{PAGE}?token={token}")
    assert sentence("intake.offer.over") in somebody.says()


async def test_others_read_with_which_address_to_sign_in_and_take_nothing_over(app: App) -> None:
    address = an_address()
    token, (james, _) = await _token(app, address), await known_as(app)
    for each in (james, app.somebody()):
        await each.open(f"{PAGE}?token={token}")
        assert sentence("intake.offer.sign_in", address=address) in each.says()
        reply = await each.send("intake-offer/accept", token=token)
        assert reply.headers["location"].startswith(f"{PAGE}?token=")


async def test_whoever_got_the_letter_can_have_it_deleted_without_an_account(app: App) -> None:
    somebody, token = app.somebody(), await _token(app, an_address())
    reply = await somebody.send("intake-offer/decline", token=token)
    await somebody.open(reply.headers["location"])
    assert sentence("intake.offer.declined") in somebody.says()
    again = await somebody.send("intake-offer/decline", token=token)
    assert again.headers["location"] == f"{PAGE}?answer=over"
