"""Pages of trusted persons: inviting, answering the letter, both lists, and what each says."""

import asyncio
import re

from tests.app import App, Somebody
from tests.documents import PDF, checked_documents, only_document
from tests.factories import PASSWORD, an_address
from tests.letters import letter_to, link_in, token_in
from tests.pages.acting import asks_first, heard, press, tick, type_into
from tests.people import makes_account, signed_up
from tests.services.file_reader.papers import a_bomb

INVITED = {"signed": "Rosa Diaz", "helper": "interpreter", "estimates": "see", "talk": "on", "days": "30"}
LIST = "/account/trusted"
HELPED = "/account/trusting"
WAGES = "Box 1: your wages"


async def _invites(app: App, rosa: Somebody, address: str, **fields: str) -> str:
    """The link in the letter that comes to the invited address."""
    reply = await rosa.send("trusted", **{**INVITED, "email": address, **fields})
    assert reply.headers["location"] == f"{LIST}?done=sent"
    return link_in(await letter_to(app.house.settings.data_dir, address))


async def _sam_helps(app: App, rosa: Somebody, **fields: str) -> Somebody:
    address = an_address()
    link = await _invites(app, rosa, address, **fields)
    sam = await _with_account_after(app, link, address)
    reply = await sam.send("trusted/accept", token=link.partition("=")[2])
    assert reply.headers["location"] == f"{HELPED}?done=accepted"
    return sam


async def _with_account_after(app: App, link: str, address: str) -> Somebody:
    """Somebody who makes the account after the letter came, and is led back to the invitation."""
    sam = app.somebody()
    await sam.send("sign-up", email=address, password=PASSWORD, next=link)
    letter = await letter_to(app.house.settings.data_dir, address, earlier=1)
    reply = await sam.send("sign-up-confirm", token=token_in(letter))
    assert reply.headers["location"] == link
    return sam


async def test_inviting_needs_a_proof_of_the_last_minutes_and_says_what_has_to_be_mended(app: App) -> None:
    rosa = await signed_up(app)
    await rosa.open(f"{LIST}/invite")
    for said in ("Never give anybody your password", "only for your return", "income, your family"):
        assert said in rosa.says()
    reply = await rosa.send("trusted", email="sam at home", signed="http://free.example")
    assert reply.headers["location"] == f"{LIST}/invite"
    await rosa.open(f"{LIST}/invite")
    for said in ("does not look like an email address", "your name in letters", "who they are to you", "for how long"):
        assert said in rosa.says()


async def test_strangers_are_sent_to_sign_in(somebody: Somebody) -> None:
    for path in (LIST, f"{LIST}/invite", HELPED):
        assert (await somebody.http_client.get(path)).headers["location"].startswith("/sign-in")
    for form, fields in (("trusted", {}), ("trusted/leave", {"access": "01890a5d-ac96-774b-bcce-b302099a8057"})):
        assert (await somebody.send(form, **fields)).headers["location"].startswith("/sign-in")


async def test_the_invited_person_signs_up_comes_back_and_says_yes(app: App) -> None:
    rosa, address = await signed_up(app), an_address()
    link = await _invites(app, rosa, address)
    stranger = app.somebody()
    await stranger.open(link)
    assert f"The invitation is for {address}." in stranger.says()
    assert "Accept" not in stranger.says()
    await rosa.open(link)
    assert "You are signed in with another email address." in rosa.says()
    assert (await rosa.send("trusted/accept", token=link.partition("=")[2])).headers["location"] == link
    sam = await _with_account_after(app, link, address)
    await sam.open(link)
    for said in ("Rosa Diaz asks for your help here.", "See their refund estimates", "Keep what you see to yourself"):
        assert said in sam.says()
    assert "another email address" not in sam.says()
    await sam.send("trusted/accept", token=link.partition("=")[2])
    await sam.open(f"{HELPED}?done=accepted")
    assert "Rosa Diaz can see it" in sam.says()
    assert "You help Rosa Diaz. Until " in sam.says()
    assert "Rosa Diaz talks with us by text." in sam.says()
    await sam.open(link)
    assert "This invitation does not work any more." in sam.says()


async def test_somebody_says_no_without_an_account(app: App) -> None:
    rosa, address, sam = await signed_up(app), an_address(), app.somebody()
    link = await _invites(app, rosa, address)
    reply = await sam.send("trusted/decline", token=link.partition("=")[2])
    await sam.open(reply.headers["location"])
    assert "You said no." in sam.says()
    reply = await sam.send("trusted/decline", token=link.partition("=")[2])
    await sam.open(reply.headers["location"])
    assert "This invitation does not work any more." in sam.says()
    await rosa.open(LIST)
    assert f"{address} They said no." in rosa.says()


async def test_the_customer_sees_changes_and_ends_on_one_page(app: App) -> None:
    rosa = await signed_up(app)
    await rosa.open(LIST)
    assert "Nobody can see or do anything for you now." in rosa.says()
    await _sam_helps(app, rosa)
    await rosa.open(LIST)
    for said in ("Can help you now", "Interpreter", "See your estimates. See how you talk with us.", "Not used yet"):
        assert said in rosa.says()
    await type_into(rosa, "Your refund estimates", "none")
    await tick(rosa, "They see how you talk with us", on=False)
    await press(rosa, "Save")
    assert "Please choose at least one thing" in rosa.says()
    await type_into(rosa, "Your refund estimates", "change")
    await press(rosa, "Save")
    assert "See your estimates. Change your estimates." in rosa.says()
    assert "Saved." in heard(rosa)
    assert asks_first(rosa, f"End it now for {_helper_in(rosa)}")
    await press(rosa, f"End it: {_helper_in(rosa)}")
    assert "It is ended." in heard(rosa)
    assert "You ended it." in rosa.says()


def _helper_in(rosa: Somebody) -> str:
    return rosa.says().partition("Change what ")[2].partition(" may see")[0]


async def test_who_helps_gives_it_up_and_a_made_up_id_looks_like_a_strangers(app: App) -> None:
    rosa = await signed_up(app)
    sam, other = await _sam_helps(app, rosa), await _sam_helps(app, rosa)
    await sam.open(HELPED)
    access = _hidden(sam, "access")
    for stranger, asked in ((other, access), (rosa, access), (sam, "01890a5d-ac96-774b-bcce-b302099a8057")):
        assert (await stranger.send("trusted/leave", access=asked)).status_code == 404
    reply = await sam.send("trusted/leave", access=access)
    await sam.open(reply.headers["location"])
    assert "You gave it up." in sam.says()
    assert "Nobody trusts you with something here now." in sam.says()


def _hidden(somebody: Somebody, name: str) -> str:
    assert somebody.client
    inputs = [each for each in somebody.client.elements.values() if each.props.get("name") == name]
    return str(inputs[0].props["defaultValue"])


async def test_an_account_of_today_can_be_invited_as_well(app: App) -> None:
    rosa, sam, address = await signed_up(app), app.somebody(), an_address()
    await makes_account(app, sam, address)
    reply = await rosa.send("trusted", **INVITED, email=address)
    assert reply.status_code == 303
    link = link_in(await letter_to(app.house.settings.data_dir, address, earlier=1))
    await sam.open(link)
    assert "Accept" in sam.says()


async def _estimate_of(rosa: Somebody) -> str:
    """Rosa begins an estimate, and answers enough for a result."""
    await rosa.send("estimate", tax_year="2025")
    await rosa.open("/tax/2025/estimate")
    await type_into(rosa, "Filing status", "single")
    await type_into(rosa, "Your date of birth", "4", "12", "1988")
    await type_into(rosa, WAGES, "31,200")
    return "/tax/2025/estimate"


async def _way_to_it(sam: Somebody) -> str:
    await sam.open(HELPED)
    assert sam.client
    ways = [str(each.props.get("href", "")) for each in sam.client.elements.values() if each.tag == "a"]
    return next(way for way in ways if way.startswith("/tax/2025/estimate?estimate="))


async def test_who_may_look_sees_the_estimate_and_whose_it_is_and_has_no_field_to_fill_in(app: App) -> None:
    rosa = await signed_up(app)
    sam = await _sam_helps(app, rosa)
    await _estimate_of(rosa)
    way = await _way_to_it(sam)
    for path in (way, way.replace("/estimate?", "/costs?")):
        await sam.open(path)
        for said in ("of Rosa Diaz", "You help Rosa Diaz. Until ", "and change nothing"):
            assert said in sam.says()
        assert _closed_fields(sam)
    await sam.open(way)
    await type_into(sam, WAGES, "1")  # a browser would not
    assert "You may look at this and change nothing." in sam.says()


def _closed_fields(somebody: Somebody) -> bool:
    """Whether every field of the page lies in a part that the browser holds closed."""
    assert somebody.client
    inputs = [each for each in somebody.client.elements.values() if each.tag in {"input", "select", "textarea"}]
    held = [any(above.props.get("disabled") and above.tag == "fieldset" for above in e.ancestors()) for e in inputs]
    return all(held)


async def test_a_change_by_who_helps_is_told_to_the_customer_by_name(app: App) -> None:
    rosa = await signed_up(app)
    sam = await _sam_helps(app, rosa, estimates="change")
    path = await _estimate_of(rosa)
    await rosa.open(path)
    assert "Changed by" not in rosa.says()
    await sam.open(await _way_to_it(sam))
    await type_into(sam, WAGES, "31,500")
    async with asyncio.timeout(10):
        while "Changed by " not in rosa.says():  # noqa: ASYNC110  # there is no event to wait for
            await asyncio.sleep(0.05)
    assert f"{WAGES}." in rosa.says().partition("Changed by ")[2]
    await sam.open("/account")
    assert "Begin an estimate for 2025" in sam.says()  # of their own


async def test_an_open_page_of_who_helps_is_gone_when_it_ends_and_nothing_can_be_done_on_it(app: App) -> None:
    rosa = await signed_up(app)
    sam = await _sam_helps(app, rosa, estimates="change")
    await _estimate_of(rosa)
    way = await _way_to_it(sam)
    left = await sam.open(way)
    other = await sam.open(HELPED)
    await rosa.open(LIST)
    await press(rosa, f"End it: {_helper_in(rosa)}")
    async with asyncio.timeout(2):
        while not (left.is_deleted and other.is_deleted):  # noqa: ASYNC110  # there is no event to wait for
            await asyncio.sleep(0.05)
    assert (await sam.http_client.get(way)).status_code == 404
    await sam.open(f"{HELPED}?done=ended")
    assert "This is over." in sam.says()


async def test_other_rights_close_the_open_page_too(app: App) -> None:
    rosa = await signed_up(app)
    sam = await _sam_helps(app, rosa, estimates="change")
    await _estimate_of(rosa)
    way = await _way_to_it(sam)
    left = await sam.open(way)
    await rosa.open(LIST)
    await type_into(rosa, "Your refund estimates", "see")
    await press(rosa, "Save")
    async with asyncio.timeout(2):
        while not left.is_deleted:  # noqa: ASYNC110  # there is no event to wait for
            await asyncio.sleep(0.05)
    await sam.open(way)
    assert "and change nothing" in sam.says()


async def test_nothing_else_of_the_customer_can_be_reached(app: App) -> None:
    rosa = await signed_up(app)
    sam, stranger = await _sam_helps(app, rosa, estimates="change"), await signed_up(app)
    await _estimate_of(rosa)
    way = await _way_to_it(sam)
    assert (await stranger.http_client.get(way)).status_code == 404
    assert (await sam.http_client.get(way.replace("2025", "2026"))).status_code == 404
    await sam.open("/account")
    assert "Rosa" not in sam.says()


async def test_who_may_add_documents_finds_them_adds_one_and_changes_none(app: App) -> None:
    rosa = await signed_up(app)
    document_id = await only_document(app, rosa)
    sam = await _sam_helps(app, rosa, documents="add")
    await sam.open(HELPED)
    assert "Add documents for them" in sam.says()
    [way] = set(re.findall(rf"{HELPED}/[0-9a-f-]+/documents", (await sam.http_client.get(HELPED)).text))
    await sam.open(way)
    for said in (
        "Documents of Rosa Diaz",
        "w2.pdf",
        "Only Rosa Diaz can rename or remove them.",
        "Only Rosa Diaz can change this later.",
    ):
        assert said in sam.says()
    access = way.split("/")[3]
    reply = await sam.http_client.post(
        "/api/forms/documents",
        data={"category": "insurance", "tax_year": "2025", "access": access},
        files=[("files", ("policy.pdf", PDF, "application/pdf"))],
    )
    await sam.open(reply.headers["location"])
    assert "1 file has arrived" in sam.says()
    assert "policy.pdf" in sam.says()
    await sam.open(f"/documents/{document_id}")
    assert "Save the original file" in sam.says()
    assert "Remove this document" not in sam.says()
    reply = await sam.http_client.get(f"/api/documents/{document_id}/original")
    assert (await sam.http_client.get(reply.headers["location"])).content == PDF
    await rosa.open("/account/who-looked")
    for said in ("Saved a copy of a document of yours", "Sent a document for you", "Looked at a document of yours"):
        assert said in rosa.says()
    await rosa.open(LIST)
    await press(rosa, f"End it: {_helper_in(rosa)}")
    for path in (way, f"/documents/{document_id}", f"/api/documents/{document_id}/pages/1"):
        assert (await sam.http_client.get(path)).status_code == 404


async def test_a_helper_reads_which_of_their_files_was_not_taken_and_the_customer_who_sent_it(app: App) -> None:
    rosa, stranger = await signed_up(app), await signed_up(app)
    sam = await _sam_helps(app, rosa, documents="add")
    [way] = set(re.findall(rf"{HELPED}/[0-9a-f-]+/documents", (await sam.http_client.get(HELPED)).text))
    files = (("a.gif", b"GIF89a"), ("huge.png", a_bomb()), ("policy.pdf", PDF))
    reply = await sam.http_client.post(
        "/api/forms/documents",
        data={"category": "insurance", "tax_year": "2025", "access": way.split("/")[3]},
        files=[("files", (name, content, "application/octet-stream")) for name, content in files],
    )
    await sam.open(reply.headers["location"])
    assert "a.gif: This is not a kind of file that we take." in sam.says().partition("We did not take")[2]
    await checked_documents(app, rosa)
    await sam.should_see("huge.png: This picture is too large to be opened safely.")
    for somebody, page in ((sam, way), (rosa, "/documents")):
        await somebody.open(page)
        not_taken = somebody.says().partition("Files that we did not take")[2]
        assert "a.gif" in not_taken
        assert "This is not a kind of file that we take." in not_taken
        assert "This picture is too large to be opened safely." in not_taken
    await rosa.open(LIST)
    who = _helper_in(rosa)
    await rosa.open("/documents")
    assert rosa.says().count(f"{who} sent it for you.") == 2
    assert f"by {who}" in rosa.says().partition("policy.pdf")[2]
    await rosa.open("/account/who-looked")
    assert rosa.says().count("Sent a document for you, which we did not take") == 1
    assert "Added a document" not in rosa.says()
    await stranger.open("/documents")
    assert "a.gif" not in stranger.says()
    await sam.open(way)
    await press(sam, "Take a.gif off this list")
    assert heard(sam) == "a.gif is off the list."
    await rosa.open("/documents")
    await press(rosa, "Take huge.png off this list")
    for somebody, page in ((sam, way), (rosa, "/documents")):
        await somebody.open(page)
        assert "Files that we did not take" not in somebody.says()
        assert "policy.pdf" in somebody.says()
    await rosa.open("/account/who-looked")
    assert rosa.says().count("Took a file that we did not take off your list") == 1


async def test_who_may_only_see_documents_is_not_asked_for_some(app: App) -> None:
    rosa = await signed_up(app)
    sam = await _sam_helps(app, rosa, documents="see")
    [way] = set(re.findall(rf"{HELPED}/[0-9a-f-]+/documents", (await sam.http_client.get(HELPED)).text))
    await sam.open(way)
    assert "There are no documents yet." in sam.says()
    assert "Add documents for" not in sam.says()
    reply = await sam.http_client.post(
        "/api/forms/documents",
        data={"category": "w2", "tax_year": "2025", "access": way.split("/")[3]},
        files=[("files", ("policy.pdf", PDF, "application/pdf"))],
    )
    assert reply.status_code == 404
