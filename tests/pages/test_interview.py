"""The guided interview: one topic a page, the way on and back, and the refund so far with what changed it."""

from itertools import pairwise

import pytest

from services.interview.chapters import STEPS
from tests.app import App, Somebody, text_of
from tests.pages.acting import elements, is_said, press, tick, type_into
from tests.pages.rosa import rosa
from tests.people import guest

START = "/tax/2025/interview"
NEXT, BACK = "Save and go on", "Back"


async def _opens(somebody: Somebody, step: str) -> None:
    await somebody.open(f"{START}/{step}")


def _way(somebody: Somebody, words: str) -> str:
    """Which step a link under the questions leads to; empty when it is not there."""
    links = [each for each in elements(somebody) if "data-onward" in each.props and each.visible]
    found = [str(each.props["href"]) for each in links if words in [text_of(inside) for inside in each]]
    return found[0].removeprefix(f"{START}/") if found else ""


def _links(somebody: Somebody) -> dict[str, str]:
    links = [each for each in elements(somebody) if each.tag == "a"]
    return {"".join(map(text_of, each.descendants())): str(each.props.get("href")) for each in links}


@pytest.mark.parametrize("step", [*STEPS])
async def test_every_step_can_be_opened_by_a_guest_and_keeps_what_every_page_promises(app: App, step: str) -> None:
    somebody = await guest(app)
    await somebody.open("/tax/2025/estimate")
    await type_into(somebody, "Filing status", "married_joint")
    await _opens(somebody, step)
    assert "kept on this device" in somebody.says()


async def test_the_way_leads_from_the_first_step_to_the_review_past_what_nobody_said_they_had(app: App) -> None:
    somebody = await guest(app)
    step, passed = "about_you", []
    while step:
        passed.append(step)
        await _opens(somebody, step)
        step = _way(somebody, NEXT)
    assert passed == [
        *("about_you", "dependents", "w2", "which_income", "hearing", "which_deductions", "which_credits"),
        *("which_payments", "review"),
    ]
    for before, after in pairwise(passed):
        await _opens(somebody, after)
        assert _way(somebody, BACK) == before


async def test_who_files_with_a_spouse_is_asked_about_them_next(app: App) -> None:
    somebody = await guest(app)
    await _opens(somebody, "about_you")
    assert _way(somebody, NEXT) == "dependents"
    await type_into(somebody, "Filing status", "married_joint")
    assert _way(somebody, NEXT) == "spouse"


async def test_nobody_is_asked_about_a_spouse_whom_they_do_not_have(app: App) -> None:
    somebody = await guest(app)
    reply = await somebody.http_client.get(f"{START}/spouse")
    assert (reply.status_code, reply.headers["location"]) == (303, f"{START}/dependents")


async def test_what_is_ticked_is_asked_next_and_none_of_these_is_offered_while_nothing_is(app: App) -> None:
    somebody = await guest(app)
    await _opens(somebody, "which_income")
    assert is_said(somebody, "None of these")
    await tick(somebody, "I got Social Security or SSDI")
    assert not is_said(somebody, "None of these")
    assert _way(somebody, NEXT) == "social_security"
    await tick(somebody, "I got Social Security or SSDI", on=False)
    assert is_said(somebody, "None of these")
    assert _way(somebody, NEXT) == "hearing"


async def test_who_answered_about_a_topic_on_the_long_page_meets_it_here_too(app: App) -> None:
    somebody = await rosa(app)
    await somebody.open("/tax/2025/estimate")
    assert _way(somebody, NEXT) == ""
    await _opens(somebody, "social_security")
    await type_into(somebody, "Box 5: net benefits", "9,000")
    await _opens(somebody, "which_income")
    assert "You told us about this." in somebody.says()
    assert _way(somebody, NEXT) == "social_security"


async def test_the_interview_goes_on_where_it_was_left(app: App) -> None:
    somebody = await guest(app)
    reply = await somebody.http_client.get(START)
    assert (reply.status_code, reply.headers["location"]) == (303, f"{START}/about_you")
    await _opens(somebody, "which_deductions")
    await somebody.open("/")
    reply = await somebody.http_client.get(START)
    assert reply.headers["location"] == f"{START}/which_deductions"


async def test_the_refund_so_far_says_what_the_last_answer_changed_and_why(app: App) -> None:
    somebody = await rosa(app)
    await _opens(somebody, "w2")
    assert is_said(somebody, "You get back $565")
    await type_into(somebody, "Box 2: federal income tax withheld", "2,284")
    assert is_said(somebody, "Up $100. You already paid: $100 more.")
    await type_into(somebody, "Box 1: your wages", "32,200")
    assert is_said(somebody, "Down $120. Tax on your income: $120 more.")
    await _opens(somebody, "student_loan")
    await type_into(somebody, "1098-E, box 1: student loan interest", "4,000")
    assert "Tax on your income: $300 less. Of this, $2,500 counts. The rest does not, because at" in somebody.says()
    await _opens(somebody, "care")
    await type_into(somebody, "What you paid for care", "900")
    assert "This changes nothing. It is for a child under 13, or for somebody who can’t" in somebody.says()


async def test_an_answer_that_is_sent_again_leaves_what_it_changed(app: App) -> None:
    somebody = await rosa(app)
    await _opens(somebody, "w2")
    for _ in range(2):  # as after a lost connection, where nobody knows whether it arrived
        await type_into(somebody, "Box 2: federal income tax withheld", "2,284")
        assert is_said(somebody, "Up $100. You already paid: $100 more.")
    await _opens(somebody, "w2")
    assert is_said(somebody, "Up $100. You already paid: $100 more.")


async def test_the_next_page_still_says_what_the_last_answer_changed(app: App) -> None:
    somebody = await rosa(app)
    await _opens(somebody, "hearing")
    assert is_said(somebody, "Up $2,184. You already paid: $2,184 more.")
    await _opens(somebody, "which_income")
    await tick(somebody, "I have savings or investments")
    await _opens(somebody, "hearing")
    assert not is_said(somebody, "Your last answer did not change it.")
    await _opens(somebody, "dependents")
    await press(somebody, "Add a person")
    await _opens(somebody, "hearing")
    assert "Up $" not in somebody.says()


async def test_the_review_lists_what_is_missing_with_the_way_to_its_question(app: App) -> None:
    somebody = await guest(app)
    await _opens(somebody, "review")
    assert _links(somebody)["your date of birth"] == f"{START}/about_you?at=taxpayer.date_of_birth"


async def test_the_review_shows_each_answer_with_the_way_to_change_it(app: App) -> None:
    somebody = await rosa(app)
    await _opens(somebody, "review")
    assert is_said(somebody, "$31,200")
    assert _links(somebody)["Change Box 1: your wages"] == f"{START}/w2?at=taxpayer.wages"


async def test_a_person_who_depends_on_somebody_is_added_on_the_page_of_the_family(app: App) -> None:
    somebody = await guest(app)
    await _opens(somebody, "dependents")
    await press(somebody, "Add a person")
    await type_into(somebody, "Date of birth", "9", "3", "2018")
    await _opens(somebody, "review")
    assert is_said(somebody, "September 3, 2018")


async def test_a_cost_for_hearing_is_told_on_the_way(app: App) -> None:
    somebody = await rosa(app)
    await _opens(somebody, "hearing")
    await press(somebody, "Add a cost")
    await type_into(somebody, "What did you pay for?", "hearing_aids")
    await _opens(somebody, "review")
    assert is_said(somebody, "Cost 1: Hearing aids")


async def test_the_two_ways_of_beginning_lead_to_the_interview_and_to_all_questions(app: App) -> None:
    reply = await app.somebody().send("estimate", tax_year="2025", way="interview")
    assert reply.headers["location"] == START
    reply = await app.somebody().send("estimate", tax_year="2025", way="elsewhere")
    assert reply.status_code == 400


async def test_a_step_that_there_is_not_is_a_true_404(app: App) -> None:
    somebody = await guest(app)
    assert (await somebody.http_client.get(f"{START}/shoes")).status_code == 404


async def test_a_w2_that_is_typed_box_by_box_stands_on_its_step_and_in_the_review(app: App) -> None:
    somebody = await rosa(app)
    await _opens(somebody, "w2")
    await press(somebody, "Add a form W-2")
    await type_into(somebody, "Who sent you this form?", "Wegmans")
    await _opens(somebody, "review")
    assert is_said(somebody, "W-2 from Wegmans – Box 1: wages, tips, other pay")
    assert not is_said(somebody, "Box 1: your wages")


def _chapters(somebody: Somebody) -> str:
    [steps] = [each for each in elements(somebody) if each.tag == "ol"]
    return " ".join(" ".join(map(text_of, steps.descendants())).split())


async def test_a_chapter_is_done_only_when_nothing_is_missing_in_it(app: App) -> None:
    somebody = await guest(app)
    await _opens(somebody, "review")
    said = _chapters(somebody)
    for chapter in ("About you", "Income", "Deductions", "Credits", "Payments"):
        assert f"Something is missing: {chapter}" in said
    assert "Done: Family" in said
    somebody = await rosa(app)
    await _opens(somebody, "review")
    said = _chapters(somebody)
    assert "Something is missing: About you" in said  # it can matter whether she is blind
    await _opens(somebody, "about_you")
    await type_into(somebody, "Are you blind?", "no")
    for step in ("which_income", "which_credits"):
        await _opens(somebody, step)
        await tick(somebody, "None of these")
    await _opens(somebody, "review")
    said = _chapters(somebody)
    for chapter in ("About you", "Family", "Income", "Hearing costs", "Credits"):
        assert f"Done: {chapter}" in said
    assert "Something is missing: Payments" in said
    await tick(somebody, "I looked at every section. I have nothing else.")
    assert "Something is missing" not in _chapters(somebody)
