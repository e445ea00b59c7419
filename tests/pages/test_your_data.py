"""The page on which a person gets a copy of their data, and has their account deleted."""

from datetime import timedelta
from io import BytesIO
from zipfile import ZipFile

from services.accounts.sessions import PROOF_LASTS
from services.privacy import holding
from tests.app import App, Somebody
from tests.factories import PASSWORD, an_account, an_address
from tests.letters import letter_to, letters_to, link_in, token_in
from tests.people import signed_up
from ui import cookies

PAGE = "/account/your-data"


async def test_a_person_reads_what_is_in_the_copy_and_gets_it_as_a_file(app: App) -> None:
    maria = await signed_up(app)
    await maria.open("/account")
    assert "You can also get a copy of your data." in maria.says()
    await maria.open(PAGE)
    assert "Get a copy of your data" in maria.says()
    reply = await maria.send("your-data")
    assert reply.headers["content-type"] == "application/zip"
    assert reply.headers["content-disposition"].startswith('attachment; filename="mbtq-your-data-')
    assert "no-store" in reply.headers["cache-control"]
    with ZipFile(BytesIO(reply.content)) as archive:
        assert archive.namelist() == ["index.html", "data.json"]


async def test_who_has_not_shown_lately_that_it_is_them_does_so_first(app: App) -> None:
    maria = await signed_up(app)
    app.stands_still_at(app.house.clock.now() + PROOF_LASTS + timedelta(seconds=1))
    proof = "/account/prove?next=%2Faccount%2Fyour-data"
    assert (await maria.http_client.get(PAGE)).headers["location"] == proof
    assert (await maria.send("your-data")).headers["location"] == proof


async def test_a_stranger_signs_in_first(somebody: Somebody) -> None:
    assert (await somebody.http_client.get(PAGE)).headers["location"] == f"/sign-in?next={PAGE}"
    assert (await somebody.send("your-data")).headers["location"] == f"/sign-in?next={PAGE}"


async def test_who_is_signed_in_is_not_told_that_their_account_goes(app: App) -> None:
    maria = await signed_up(app, an_address())
    await maria.open("/account-deletion")
    assert "You are signed in, and nobody has asked us to delete this account." in maria.says()
    assert "30 days" not in maria.says()
    assert (await maria.http_client.get("/account")).status_code == 200


async def test_an_account_is_deleted_by_its_owner_and_taken_back_by_the_letter(app: App) -> None:
    address = an_address()
    maria = await signed_up(app, address)
    await maria.send("sign-in-link", email=address)
    by_letter = token_in(await letter_to(app.house.settings.data_dir, address, earlier=1))
    reply = await maria.send("delete-account")
    assert reply.headers["location"] == PAGE
    await maria.open(PAGE)
    assert "Please tick the box first." in maria.says()

    assert (await maria.send("delete-account", sure="on")).headers["location"] == "/account-deletion"
    assert (await maria.http_client.get("/account")).headers["location"].startswith("/sign-in")
    await maria.open("/account-deletion")
    assert "Then you are signed out everywhere, and we delete everything in 30 days." in maria.says()
    await maria.send("sign-in", email=address, password=PASSWORD)
    await maria.open("/sign-in")
    assert "This account is being deleted." in maria.says()

    await maria.send("sign-in-link", email=address)
    told = await letter_to(app.house.settings.data_dir, address, earlier=3)
    assert told["Subject"] == "Your MBTQ account is being deleted"
    assert "token=" not in told.get_content()
    reply = await maria.send("sign-in-by-letter", token=by_letter)
    await maria.open(reply.headers["location"])
    assert "This account is being deleted." in maria.says()

    [_, leaving, *_] = await letters_to(app.house.settings.data_dir, address)
    link = link_in(leaving)
    await maria.open(link)
    assert "Press the button to keep it." in maria.says()
    for answer in ("Your account stays.", "This link does not work any more."):
        reply = await maria.send("keep-account", token=link.partition("token=")[2])
        await maria.open(reply.headers["location"])
        assert answer in maria.says()
    assert (await maria.send("sign-in", email=address, password=PASSWORD)).headers["location"] == "/account"


async def test_an_account_that_many_share_stays(app: App) -> None:
    opened = await an_account(app.house, demo=True)
    shared = app.somebody()
    shared.http_client.cookies.set(cookies.SESSION, opened.token)
    assert (await shared.send("delete-account", sure="on")).status_code == 403


async def test_who_is_kept_by_a_law_ticks_and_reads_what_is_true_for_them(app: App) -> None:
    maria = await signed_up(app, address := an_address())
    async with app.house.transaction(holding.DESK) as session:
        await holding.hold(session, holding.DESK, address=address, reason="A court order, case 12-345 of 2026")
    await maria.open(PAGE)
    told = maria.says()
    assert "A law makes us keep your account now" in told
    assert "When that law lets us, and not before 30 days: we delete" in told
    assert "I understand: once the account is deleted, nobody can bring it back." in told
    assert "fter 30 days nobody can" not in told
    assert "After 30 days" not in told
