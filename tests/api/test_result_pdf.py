"""The result as a PDF: for who may see the estimate, the same amounts as the engine's, and readable by everybody."""

import re

import httpx

from db.values.people import Role
from services import tax
from services.reviews import asking, preparing, taking
from services.trust import answering, inviting
from services.words.lines import line_words
from tests.app import App, Somebody
from tests.factories import an_address
from tests.letters import letter_to, token_in
from tests.lines_on_paper import lines_on_paper
from tests.pages.acting import type_into, unfold
from tests.pages.rosa import rosa
from tests.people import guest, known_as
from tests.services.reviews.reviewing import a_return
from tests.services.trust.trusting import wish_for
from tests.tagged_pdf import faults, plain_text, structure, title_of

PDF = "/api/tax/2025/result.pdf"
_SHOWN = "You get back $565"


async def _taken(somebody: Somebody) -> httpx.Response:
    reply = await somebody.http_client.get(PDF)
    assert reply.status_code == 200
    return reply


async def test_the_file_is_accessible_and_never_kept_on_the_way(app: App) -> None:
    reply = await _taken(await rosa(app))
    assert faults(reply.content) == []
    assert title_of(reply.content) == f"Tax year 2025: {_SHOWN}"  # several files lie beside each other
    assert reply.headers["content-type"] == "application/pdf"
    assert reply.headers["cache-control"] == "private, no-store"
    assert reply.headers["content-disposition"].startswith('attachment; filename="mbtq-estimate-2025-')


async def test_it_says_the_same_as_the_page_in_the_same_order_and_that_nothing_was_filed(app: App) -> None:
    said = plain_text((await _taken(await rosa(app))).content)
    order = [
        *(_SHOWN, "This is an estimate, not a tax return. We sent nothing to the IRS.", "Your tax is $1,619."),
        *(
            "2 questions are open",
            "How your income becomes tax",
            "Every line, explained",
            "Taxable income",
            "How to file",
        ),
        *("it is not included here", "April 15, 2026", "https://www.irs.gov/vita"),
    ]
    places = [said.index(words) for words in order]
    assert places == sorted(places)
    assert "Page 1 of" in said


async def test_it_says_that_there_may_be_a_penalty_for_paying_too_little_during_the_year(app: App) -> None:
    somebody = await rosa(app)
    await type_into(somebody, "Box 2: federal income tax withheld", "200")
    reply = await _taken(somebody)
    said = plain_text(reply.content)
    for words in ("If you paid too little during the year", "$1,258 more", "Form 1040-ES", "about-form-2210"):
        assert words in said
    assert faults(reply.content) == []


async def test_amounts_that_change_nothing_are_in_it_with_their_reasons(app: App) -> None:
    somebody = await rosa(app)
    await unfold(somebody, "I own a home")
    await type_into(somebody, "Real estate tax", "3,000")
    file = (await _taken(somebody)).content
    said = " ".join(plain_text(file).split())
    assert said.index("Amounts that change nothing") < said.index("Real estate tax, $3,000")
    assert "This changes nothing, because your standard deduction is $12,750 higher" in said
    assert faults(file) == []


async def test_each_line_has_the_amount_that_the_engine_has_for_the_same_facts(app: App) -> None:
    told = {"age": 37, "wages": 31_200}
    facts = {"tax_year": 2025, "filing_status": "single", "taxpayer": told}
    computed = tax.compute(tax.parse_return({**facts, "payments": {"federal_income_tax_withheld": 2_184}}))
    said = plain_text((await _taken(await rosa(app))).content)
    for line, row in lines_on_paper(computed):
        assert row in said, line


async def test_each_line_leads_down_to_what_was_typed(app: App) -> None:
    said = plain_text((await _taken(await rosa(app))).content)
    assert "It comes from what you told us: Box 1: your wages: $31,200 $31,200" in said


async def test_each_form_to_send_has_its_lines_to_copy_last_before_how_to_file(app: App) -> None:
    file = (await _taken(await rosa(app))).content
    said = plain_text(file)
    heads = ("Every line, explained", "What would help", "To copy onto your forms", "How to file")
    places = [said.index(words) for words in heads]
    assert places == sorted(places)
    helps, copied = said[places[1] : places[2]], said[places[2] : places[3]]
    assert "A flexible spending account (FSA) at work pays for health care before tax." in helps
    assert "Form 1040, line by line Line What it is What to write 1a Pay from jobs $31,200 1z Pay from" in copied
    assert "34 Your refund $565 35a Your refund $565" in copied
    assert "Schedule" not in copied


async def test_every_table_has_a_header_and_every_picture_has_words(app: App) -> None:
    found = structure((await _taken(await rosa(app))).content)
    tables = [place for place, each in enumerate(found) if each.kind == "Table"]
    assert len(tables) >= 4
    assert {"Line", "What it is", "Amount", "Last day"} <= {each.text for each in found if each.kind == "TH"}
    pictures = [each.alt for each in found if each.kind == "Figure"]
    assert len(pictures) == 2
    assert all(alt.startswith("From ") for alt in pictures)


async def test_a_preparers_notes_stand_at_their_lines_for_the_members_alone(app: App) -> None:
    (maria, person), (_, preparer) = await known_as(app), await known_as(app, Role.PREPARER)
    return_id = await a_return(app.house, person)
    async with app.house.transaction(person) as session:
        review = await asking.ask(session, person, return_id=return_id)
    async with app.house.transaction(preparer) as session:
        await taking.take(session, preparer, review_id=review.id)
        await preparing.note(session, preparer, "It has all your pay 🤟", review_id=review.id, line="1040.11a")
    reply = await _taken(maria)
    assert faults(reply.content) == []
    label = line_words("1040.11a", 2025).label
    at = next(place for place, each in enumerate(structure(reply.content)) if each.text == label)
    said = plain_text(reply.content)
    when = r"\w+ \d+, \d{4} \(\d\d:\d\d UTC\)"
    assert re.search(rf"Note from your preparer A preparer, {when} It has all your pay \[i love you hand sign\]", said)
    assert "BlockQuote" in [each.kind for each in structure(reply.content)[at : at + 16]]

    address = an_address()
    helper, trusted = await known_as(app, address=address)
    async with app.house.transaction(person) as session:
        await inviting.invite(session, person, wish_for(address))
    token = token_in(await letter_to(app.house.settings.data_dir, address))
    await answering.accept(app.house, trusted, token=token)
    reply = await helper.http_client.get(f"{PDF}?estimate={return_id}")
    assert reply.status_code == 200
    assert "Note from your preparer" not in plain_text(reply.content)


async def test_who_has_no_result_is_led_to_the_page_that_says_why(app: App) -> None:
    somebody = await guest(app)
    reply = await somebody.http_client.get(PDF)
    assert (reply.status_code, reply.headers["location"]) == (303, "/tax/2025/result")


async def test_a_stranger_signs_in_first_and_nobody_gets_the_file_of_somebody_else(app: App) -> None:
    reply = await app.somebody().http_client.get(PDF)
    assert (reply.status_code, reply.headers["location"]) == (303, "/sign-in?next=/tax/2025/result")
    other = await guest(app)
    reply = await other.http_client.get(f"{PDF}?estimate=01890a5d-ac96-774b-bcce-b302099a8057")
    assert reply.status_code == 404
