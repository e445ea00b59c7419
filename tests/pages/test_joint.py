"""The pages of a return of two people: inviting, the letter's page, and leaving."""

import asyncio

import pytest

from db.values.people import Role
from services.returns.joint import inviting
from services.reviews import queueing
from services.words import sentence
from tests.app import App, Somebody, text_of
from tests.factories import an_address
from tests.letters import letter_to, letters_to, token_in
from tests.pages.acting import elements, field, is_said, press, type_into
from tests.people import guest, known_as, makes_account, signed_up
from tests.tagged_pdf import plain_text
from ui.answers.following import CALM_SECONDS

YEAR = "/tax/2025"


async def _with_a_joint_return(app: App, address: str = "") -> tuple[Somebody, str]:
    somebody = await signed_up(app, address)
    await somebody.send("estimate", tax_year="2025")
    await somebody.open("/tax/2025/estimate")
    await type_into(somebody, "Filing status", "married_joint")
    await somebody.open("/tax/2025/together")
    assert somebody.client
    elements = somebody.client.elements.values()
    return somebody, next(str(each.props["defaultValue"]) for each in elements if each.props.get("name") == "return_id")


async def _two(app: App, *, rosas: str = "", sams: str = "") -> tuple[Somebody, Somebody, dict[str, str]]:
    """Rosa invites Sam on her page, and Sam says yes on his: both, and the return that they hold."""
    rosa, return_id = await _with_a_joint_return(app, rosas)
    address = sams or an_address()
    sam = await signed_up(app, address)
    which = {"return_id": return_id, "tax_year": "2025"}
    before = len(await letters_to(app.house.settings.data_dir, address))
    reply = await rosa.send("joint", email=address, signed="Rosa Diaz", **which)
    assert reply.headers["location"].endswith("&done=sent")
    await rosa.open(reply.headers["location"])
    assert f"We wrote to {address}." in rosa.says()
    token = token_in(await letter_to(app.house.settings.data_dir, address, earlier=before))
    await sam.open(f"/joint/invitation?token={token}")
    assert "Rosa Diaz asks you to hold one tax return together." in sam.says()
    assert (await sam.send("joint/accept", token=token)).headers["location"] == "/tax?done=joined"
    return rosa, sam, which


async def test_two_people_come_into_one_return_and_one_leaves_with_a_copy(app: App) -> None:
    rosa, sam, which = await _two(app)
    for one in (sam, rosa):
        await one.open("/tax")
        assert is_said(one, "You and the person you file with hold 2025 together")
    await sam.open("/tax/2025/together")
    assert is_said(sam, "We write no letter about it. The other person can see that you are no longer here.")
    removed = await sam.send("years", return_id=which["return_id"], act="remove")
    assert removed.headers["location"] == "/tax?done=shared"
    assert (await sam.send("joint/leave", **which)).headers["location"] == "/tax?done=left"
    await sam.open("/tax?done=left")
    assert is_said(sam, "You left the joint return. You have a copy of your own, which only you can see.")
    await rosa.open("/tax")
    assert is_said(rosa, "File 2025 together: invite your spouse")


async def test_the_reason_under_the_refund_says_that_the_other_one_changed_it(app: App) -> None:
    rosa, sam, _ = await _two(app)
    await rosa.open("/tax/2025/estimate")
    await type_into(rosa, "Your date of birth", "4", "12", "1988")
    await type_into(rosa, "Your spouse’s date of birth", "4", "12", "1986")
    await type_into(rosa, "Box 1: your wages", "0")
    for one in (rosa, sam):
        await one.open("/tax/2025/interview/w2")
    withheld = "Box 2: federal income tax withheld"
    await type_into(rosa, withheld, "300")
    async with asyncio.timeout(50 * CALM_SECONDS):
        while not is_said(sam, "You get back $300"):  # noqa: ASYNC110  # there is no event to wait for
            await asyncio.sleep(CALM_SECONDS / 10)
    assert is_said(rosa, "Up $300. You already paid: $300 more.")
    by_rosa = f"Changed by the person you file with: {withheld}."
    assert is_said(sam, f"{by_rosa} Up $300. You already paid: $300 more.")
    for one, words in ((sam, f"{by_rosa} Up $300."), (rosa, "Up $300.")):
        await one.open("/tax/2025/interview/w2")
        assert is_said(one, f"{words} You already paid: $300 more.")
        assert is_said(one, "See what each of you changed")


async def test_each_reads_which_answer_the_other_changed_from_what_to_what_and_who_that_was(app: App) -> None:
    rosa, sam, which = await _two(app)
    await sam.send("profile", name="Sam Okafor", residence="")
    await rosa.open(f"{YEAR}/estimate")
    await type_into(rosa, "Box 1: your wages", "54,000")
    await sam.open(f"{YEAR}/estimate")
    await type_into(sam, "Box 1: your spouse’s wages", "32,000")
    await rosa.open(f"{YEAR}/estimate")
    assert is_said(rosa, "Changed by Sam Okafor: Box 1: your wages.")
    together = f"{YEAR}/together?estimate={which['return_id']}"
    await rosa.open(together)
    assert is_said(rosa, "The other person is Sam Okafor.")
    newest, before = _rows(rosa)[:2]
    assert newest[:4] == ["Box 1: your wages", "$54,000", "$32,000", "Sam Okafor"]
    assert before[:4] == ["Box 1: your wages", "Nothing", "$54,000", "You"]
    assert newest[4].endswith("UTC")
    await sam.open(together)
    assert _rows(sam)[0][:4] == ["Box 1: your spouse’s wages", "$54,000", "$32,000", "You"]
    assert _rows(sam)[1][3] == "the person you file with"
    await rosa.open("/tax")
    assert is_said(rosa, "You and Sam Okafor hold 2025 together")


async def _accepts(app: App, rosa: Somebody, sam: Somebody, address: str, **which: str) -> None:
    """Rosa invites Sam, whose address it is, and he says yes."""
    folder = app.house.settings.data_dir
    before = len(await letters_to(folder, address))
    await rosa.send("joint", email=address, signed="Rosa Diaz", **which)
    token = token_in(await letter_to(folder, address, earlier=before))
    assert (await sam.send("joint/accept", token=token)).headers["location"] == "/tax?done=joined"


async def test_who_joins_beside_a_return_of_their_own_is_not_told_that_they_began_both(app: App) -> None:
    address, own = an_address(), f"{YEAR}/estimate"
    sam = await signed_up(app, address)
    await sam.send("estimate", tax_year="2025")
    await sam.open(own)
    rosa, return_id = await _with_a_joint_return(app)
    which = {"return_id": return_id, "tax_year": "2025"}
    await _accepts(app, rosa, sam, address, **which)
    await sam.open(f"{own}?estimate={return_id}")
    assert "You have 2 estimates for 2025. This is number" in sam.says()
    assert "You began" not in sam.says()
    assert is_said(sam, sentence("several.shared"))
    await sam.open(own)
    assert "You have 2 estimates for 2025." in sam.says()
    assert sentence("several.shared") not in sam.says()


async def test_what_somebody_answered_before_they_had_an_account_is_theirs_for_both(app: App) -> None:
    rosa, address = await guest(app), an_address()
    await rosa.open(f"{YEAR}/estimate")
    await type_into(rosa, "Filing status", "married_joint")
    await type_into(rosa, "Box 1: your wages", "54,000")
    await makes_account(app, rosa, an_address())
    await rosa.send("profile", name="Rosa Diaz", residence="")
    sam = await signed_up(app, address)
    await rosa.open(f"{YEAR}/together")
    return_id = next(
        str(each.props["defaultValue"]) for each in elements(rosa) if each.props.get("name") == "return_id"
    )
    await _accepts(app, rosa, sam, address, return_id=return_id, tax_year="2025")
    for one, who in ((rosa, "You"), (sam, "Rosa Diaz")):
        await one.open(f"{YEAR}/together?estimate={return_id}")
        assert {row[3] for row in _rows(one)} == {who}


def _rows(somebody: Somebody) -> list[list[str]]:
    """What the rows of the table on the page say, cell by cell."""
    rows = [each for each in elements(somebody) if each.tag == "tr"]
    cells = [[each for each in row.descendants() if each.tag in {"td", "th"}] for row in rows]
    return [
        [" ".join(filter(None, map(text_of, cell.descendants(include_self=True)))) for cell in row] for row in cells
    ][1:]


async def test_each_reads_who_you_is_and_has_their_own_answers_as_theirs(app: App) -> None:
    rosas, sams = an_address(), an_address()
    rosa, sam, _ = await _two(app, rosas=rosas, sams=sams)
    await rosa.open(f"{YEAR}/estimate")
    await type_into(rosa, "Your date of birth", "3", "2", "1985")
    await type_into(rosa, "Your spouse’s date of birth", "7", "1", "1959")
    await type_into(rosa, "Box 1: your wages", "40,000")
    for page in ("interview/about_you", "costs", "result", "what-if", "review", "together", "estimate"):
        await sam.open(f"{YEAR}/{page}")
        assert is_said(sam, f"Two people hold this return. Here, “you” is {sams}.")
        assert sentence("joint.who.spouse") in sam.says()
    assert field(sam, "Box 1: your spouse’s wages").props["defaultValue"] == "40,000"
    assert not field(sam, "Box 1: your wages").props.get("defaultValue")
    await type_into(sam, "Box 1: your wages", "20,000")
    await rosa.open(f"{YEAR}/estimate")
    assert is_said(rosa, f"Two people hold this return. Here, “you” is {rosas}.")
    assert sentence("joint.who.taxpayer") in rosa.says()
    assert field(rosa, "Box 1: your spouse’s wages").props["defaultValue"] == "20,000"
    pdf = (await sam.http_client.get(f"/api{YEAR}/result.pdf")).content
    assert f"Here, “you” is {sams}." in plain_text(pdf)


async def test_two_people_file_together_until_one_of_them_leaves(app: App) -> None:
    rosa, sam, which = await _two(app)
    await sam.open(f"{YEAR}/estimate")
    await type_into(sam, "Filing status", "married_separate")
    assert is_said(sam, sentence("joint.stays_joint"))
    await sam.send("joint/leave", **which)
    for one in (rosa, sam):
        await one.open(f"{YEAR}/estimate")
        assert "Two people hold this return." not in one.says()
        await type_into(one, "Filing status", "married_separate")
        assert not is_said(one, sentence("joint.stays_joint"))


@pytest.mark.usefixtures("nobody_works_here")
async def test_both_read_that_a_preparer_has_their_return(app: App) -> None:
    sams = an_address()
    rosa, sam, _ = await _two(app, sams=sams)
    dana, preparer = await known_as(app, Role.PREPARER)
    await sam.open("/tax/2025/review")
    assert is_said(
        sam, "The person you file with reads this page, too. We write to them at each step, and they can stop it."
    )
    await press(sam, "Ask for a review")
    async with app.house.transaction(preparer) as session:
        [waiting] = (await queueing.queue(session, preparer)).waiting
    await dana.open("/staff/reviews")
    await press(dana, f"Take review {waiting.id.hex[-6:].upper()}")
    await dana.open(f"/staff/reviews/{waiting.id}")
    assert is_said(dana, f"Two people hold this return. Here, “you” is {sams}.")
    assert sentence("joint.who.spouse") in dana.says()
    for one in (rosa, sam):
        await one.open("/account")
        assert "your whole joint return for 2025, with the answers of both of you." in one.says()
        await one.open("/account/who-looked")
        for words in ("Took the review of your return", "They work for one of the two people of your joint return."):
            assert words in one.says()
    await dana.open(f"/staff/reviews/{waiting.id}")
    assert "Two people hold this return. Both read all that you write here, and both get each email." in dana.says()
    assert "Both people of this return can read it. They get an email without your text." in dana.says()
    assert "Both people are told by email." in dana.says()
    await rosa.open("/tax/2025/review")
    await type_into(rosa, "Your text", "I have it, too.")
    await press(rosa, "Send")
    await dana.open(f"/staff/reviews/{waiting.id}")
    assert "The other person of this return wrote a text" in dana.says()


async def test_mistakes_are_said_beside_what_was_typed(app: App) -> None:
    rosa, return_id = await _with_a_joint_return(app)
    reply = await rosa.send("joint", email="sam at home", signed="Rosa", return_id=return_id, tax_year="2025")
    await rosa.open(reply.headers["location"])
    assert "sam at home" in [
        each.props.get("defaultValue") for each in rosa.client.elements.values()  # type: ignore[union-attr]  # open
    ]


async def test_another_filing_status_is_asked_for_first_and_a_strangers_return_is_not_found(app: App) -> None:
    rosa, return_id = await _with_a_joint_return(app)
    other = await signed_up(app)
    page = f"/tax/2025/together?estimate={return_id}"
    assert (await other.http_client.get(page)).status_code == 404
    which = {"return_id": return_id, "tax_year": "2025"}
    assert (await other.send("joint", email=an_address(), signed="Nobody", **which)).status_code == 404
    assert (await other.send("joint/leave", **which)).status_code == 404
    await rosa.open("/tax/2025/estimate")
    await type_into(rosa, "Filing status", "single")
    await rosa.open(page)
    assert is_said(
        rosa, "First choose “Married, one return together” as your filing status. Then you can invite your spouse."
    )


async def test_a_letter_that_is_over_says_so_to_everybody(app: App) -> None:
    somebody = app.somebody()
    await somebody.open("/joint/invitation?token=x")
    assert is_said(somebody, "This link is used, taken back or too old. Ask for a new invitation.")
    reply = await somebody.send("joint/decline", token="x")
    assert reply.headers["location"] == "/joint/invitation?answer=over"
    await somebody.open("/joint/invitation?answer=declined")
    assert is_said(somebody, "You said no. Nothing was shared.")
    assert inviting.ACCEPTED_WITHIN.days == 7  # as the words say
