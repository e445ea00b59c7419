"""The first questions: one a page, each kept at once, for guests and people alike, and what follows from them."""

import pytest

from services.intake.answering import NO_SIGNING
from services.intake.steps import EVERY_STEP, Step
from services.words import sentence
from tests.app import App, Somebody
from tests.people import makes_account, signed_up

RESULT = "/intake/result"


async def _answer(somebody: Somebody, step: Step, **fields: str) -> str:
    reply = await somebody.send("intake", step=step, **fields)
    assert reply.status_code == 303
    return reply.headers["location"]


@pytest.mark.parametrize("step", EVERY_STEP)
async def test_every_question_can_be_opened_by_itself_and_says_where_one_is(somebody: Somebody, step: Step) -> None:
    await somebody.open(step.path)
    number = EVERY_STEP.index(step) + 1
    assert sentence("intake.number_of", number=number, all=len(EVERY_STEP)) in somebody.says()


async def test_the_first_question_is_how_to_talk_and_saving_it_leads_on(somebody: Somebody) -> None:
    assert EVERY_STEP[0] is Step.TALK
    reply = await somebody.send("display", talk="VRI", next=EVERY_STEP[1].path)
    await somebody.open(reply.headers["location"])
    assert "video with interpreter" in somebody.says()


async def test_a_guest_answers_leaves_comes_back_and_finds_every_answer(somebody: Somebody) -> None:
    assert await _answer(somebody, Step.LANGUAGE, language="mfs", mode="tactile") == Step.CALLS.path
    await _answer(somebody, Step.CALLS, call_kind="vrs", number="202 555 0123")
    await _answer(somebody, Step.INTERPRETER, status="Pending")
    await _answer(somebody, Step.PROGRAMS, SSDI="on")
    assert await _answer(somebody, Step.INTERESTS, Medical_Expenses="on") == RESULT
    await somebody.open("/intake")
    for said in ("Mexican Sign Language (LSM). By touch", "(202) 555-0123, video relay (VRS)", "SSDI", "Medical costs"):
        assert said in somebody.says()


async def test_answers_of_a_guest_come_along_into_the_account(app: App) -> None:
    maria = app.somebody()
    await _answer(maria, Step.LANGUAGE, language="ase", mode="seen")
    await makes_account(app, maria, "comes-along@people.example")
    await maria.open("/intake")
    assert "American Sign Language (ASL)" in maria.says()


async def test_who_uses_no_sign_language_can_still_say_how_they_follow(somebody: Somebody) -> None:
    await _answer(somebody, Step.LANGUAGE, language=NO_SIGNING, mode="cued")
    await somebody.open("/intake")
    assert "No sign language. With cued speech" in somebody.says()


async def test_a_language_that_is_not_in_the_list_gets_its_name(somebody: Somebody) -> None:
    await _answer(somebody, Step.LANGUAGE, language="sgn", language_name=" Black  ASL ", mode="seen")
    await somebody.open("/intake")
    assert "Another sign language: Black ASL" in somebody.says()
    client = await somebody.open(Step.LANGUAGE.path)
    [place] = [each for each in client.elements.values() if each.props.get("data-shown-value") == "sgn"]
    assert "hidden" not in place.props
    await _answer(somebody, Step.LANGUAGE, language="bfi", language_name="Black ASL", mode="seen")
    await somebody.open("/intake")
    assert "British Sign Language (BSL)" in somebody.says()
    assert "Black ASL" not in somebody.says()
    assert await _answer(somebody, Step.LANGUAGE, language="sgn", language_name="x" * 81, mode="seen") != RESULT
    await somebody.open(Step.LANGUAGE.path)
    assert sentence("intake.language_name.too_long") in somebody.says()


@pytest.mark.parametrize("name", ["sgn-FR", "FSL", "sgn-fsl", " french sign language (lsf) "])
async def test_a_language_of_the_list_is_found_by_its_tag_and_by_its_name(somebody: Somebody, name: str) -> None:
    await _answer(somebody, Step.LANGUAGE, language="sgn", language_name=name, mode="seen")
    await somebody.open("/intake")
    assert sentence("sign_language.fsl") in somebody.says()
    assert sentence("sign_language.sgn") not in somebody.says()


async def test_a_guest_reads_that_we_look_for_an_interpreter_once_there_is_an_account(app: App) -> None:
    maria = app.somebody()
    await _answer(maria, Step.INTERPRETER, status="Pending")
    await maria.open(RESULT)
    assert sentence("intake.interpreter.Pending.now_for_guests") in maria.says()
    await makes_account(app, maria, "looks-for-one@people.example")
    await maria.open(RESULT)
    assert sentence("intake.interpreter.Pending.now") in maria.says()


async def test_a_mistake_is_told_beside_its_field_and_nothing_typed_is_lost(somebody: Somebody) -> None:
    back_to = await _answer(somebody, Step.CALLS, call_kind="vrs", number="12 monkeys")
    assert back_to == Step.CALLS.path
    client = await somebody.open(back_to)
    assert sentence("intake.number.wrong") in somebody.says()
    values = [each.props.get("defaultValue") for each in client.elements.values()]
    assert "12 monkeys" in values


async def test_who_changes_one_answer_goes_back_to_all_of_them(app: App) -> None:
    maria = await signed_up(app)
    assert await _answer(maria, Step.LANGUAGE, language="ase", mode="seen", come_back="result") == RESULT
    refused = await _answer(maria, Step.LANGUAGE, language="", come_back="result")
    assert refused == f"{Step.LANGUAGE.path}?from=result"


async def test_the_result_says_what_may_help_why_and_from_where(app: App) -> None:
    maria = await signed_up(app)
    await _answer(maria, Step.PROGRAMS, SSI="on")
    await maria.open(RESULT)
    for code in ("intake.advice.ssi.title", "intake.because.program.SSI", "intake.advice.work_beside_benefits.what"):
        assert sentence(code) in maria.says()
    assert "IRS Publication 915" in maria.says()


async def test_no_hearing_aids_lead_to_what_a_partner_reads_for_a_client_without_any(somebody: Somebody) -> None:
    await _answer(somebody, Step.HEARING_AIDS, hearing_aids="none")
    await somebody.open(RESULT)
    for code in ("intake.advice.no_hearing_aids.what", "intake.because.hearing_aids.none"):
        assert sentence(code) in somebody.says()


async def test_every_way_that_the_result_leads_to_is_there(app: App) -> None:
    maria = await signed_up(app)
    await _answer(maria, Step.HEARING_AIDS, hearing_aids="shared")
    await _answer(maria, Step.PROGRAMS, SSI="on", SSDI="on", Vocational_Rehab="on", Other="on")
    await _answer(maria, Step.INTERESTS, Medical_Expenses="on", Specialized_Equipment="on")
    client = await maria.open(RESULT)
    ways = {str(each.props["href"]) for each in client.elements.values() if each.tag == "a" and "href" in each.props}
    ours = {way for way in ways if way.startswith("/")}
    assert {"/tax", "/tax/2025/costs", "/contact"} <= ours
    for way in ours:
        assert (await maria.http_client.get(way, follow_redirects=True)).status_code == 200, way


async def test_somebody_without_an_account_is_told_how_to_keep_the_answers(somebody: Somebody) -> None:
    await somebody.open(RESULT)
    assert sentence("intake.result.keep") in somebody.says()


async def test_a_question_that_there_is_not_is_not_found(somebody: Somebody) -> None:
    assert (await somebody.http_client.get("/intake/questions/elsewhere")).status_code == 404
    assert (await somebody.send("intake", step="elsewhere")).status_code == 404
