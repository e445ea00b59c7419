import asyncio
from decimal import Decimal

from components.checkbox import checkbox
from components.choice_group import Choice, choice_group
from components.error_summary import FieldError, error_summary
from components.field import Field, OnOurSide
from components.field.held import held
from components.money_field import money_field
from components.select import select
from components.text_field import text_field
from tests.components.conftest import Draw
from tests.components.reader import text_of, turns

STATES = [Choice("MD", "Maryland"), Choice("NY", "New York")]


async def test_a_label_names_its_input_and_the_hint_is_read_with_it(draw: Draw[Field[str]]) -> None:
    page, field = await draw(lambda: text_field("City", hint="Where you live now."))
    control = page.one("input")
    assert page.one("label").props["for"] == control.html_id == field.html_id
    assert text_of(page.by_id(control.props["aria-describedby"])) == "Where you live now."
    assert "aria-invalid" not in control.props


async def test_an_error_is_read_with_the_field_after_the_hint_and_said_at_once(draw: Draw[Field[str]]) -> None:
    async def refuse(_: str) -> str | None:
        return "Type the name of a city."

    page, _ = await draw(lambda: text_field("City", hint="Where you live now.", on_commit=refuse))
    await page.change("14604")
    described = page.one("input").props["aria-describedby"].split()
    assert [text_of(page.by_id(each)) for each in described] == [
        "Where you live now.",
        "Error: Type the name of a city.",
    ]
    assert page.said() == "City: Type the name of a city."


async def test_an_error_of_the_first_drawing_is_shown_but_not_announced_before_the_page_is_read(
    draw: Draw[Field[str]],
) -> None:
    page, _ = await draw(lambda: text_field("City", error="Type the name of a city."))
    assert page.errors == ["Error: Type the name of a city."]
    assert page.said() == ""


async def test_a_mended_field_loses_its_error(draw: Draw[Field[str]]) -> None:
    async def refuse_figures(value: str) -> str | None:
        return "Type the name of a city." if value.isdigit() else None

    page, _ = await draw(lambda: text_field("City", on_commit=refuse_figures))
    await page.change("14604")
    await page.change("99999")
    assert len(page.errors) == 1
    await page.change("Rochester")
    assert page.errors == []
    assert not {"aria-invalid", "aria-describedby"} & set(page.one("input").props)


async def test_a_required_field_that_is_emptied_asks_for_an_answer_and_commits_nothing(draw: Draw[Field[str]]) -> None:
    kept: list[str] = []

    async def keep(value: str) -> None:
        kept.append(value)

    page, _ = await draw(lambda: text_field("City", value="Rochester", required=True, on_commit=keep))
    await page.change("")
    assert (kept, page.errors) == ([], ["Error: Fill in this field."])
    assert text_of(page.one("label")) == "City (required)"


async def test_a_slow_first_commit_does_not_overtake_the_second(draw: Draw[Field[str]]) -> None:
    kept: list[str] = []
    first_may_end = asyncio.Event()

    async def keep(value: str) -> None:
        if value == "first":
            await first_may_end.wait()
        kept.append(value)

    page, _ = await draw(lambda: text_field("City", on_commit=keep))
    await page.change("first")
    await page.change("second")
    assert not kept
    first_may_end.set()
    await turns()
    assert kept == ["first", "second"]


async def test_the_browser_hears_of_each_answer_also_of_one_that_is_refused(draw: Draw[Field[str]]) -> None:
    may_end = asyncio.Semaphore(0)

    async def keep(value: str) -> str | None:
        await may_end.acquire()
        return "Type the name of a city." if value.isdigit() else None

    page, _ = await draw(lambda: text_field("City", draft_key="city", on_commit=keep))
    box = next(each for each in page.all("div") if "field" in each.classes)
    assert box.props["data-slow"] == "Not saved yet. We are still trying."
    await page.change("14604")
    await page.change("Rochester")
    assert "data-answered" not in box.props
    for answer in (1, 2):  # the number that came with it: the browser may have sent others since
        may_end.release()
        await turns()
        assert box.props["data-answered"] == answer
    assert page.one("input").props["data-committed"] == "Rochester"


async def test_a_failure_of_ours_says_how_the_field_is_sent_once_more(draw: Draw[Field[str]]) -> None:
    async def fail(_: str) -> str:
        return OnOurSide("Press the button once more.")

    page, _ = await draw(lambda: text_field("City", on_commit=fail))
    await page.change("Rochester")
    [error] = page.errors
    assert error.endswith("What you typed is still here. To save it, press Enter in this field.")


async def test_a_field_that_only_a_form_posts_waits_for_no_answer(draw: Draw[Field[str]]) -> None:
    page, _ = await draw(lambda: text_field("City"))
    assert not [each for each in page.all("div") if "data-slow" in each.props]


async def test_no_input_is_controlled_so_an_update_can_not_overwrite_a_word(draw: Draw[Field[str]]) -> None:
    page, _ = await draw(lambda: text_field("City", value="Rochester"))
    assert page.one("input").props["defaultValue"] == "Rochester"
    assert "value" not in page.one("input").props


async def test_a_draft_is_forgotten_only_when_its_text_is_committed(draw: Draw[Field[str]]) -> None:
    async def refuse_figures(value: str) -> str | None:
        return "Type the name of a city." if value.isdigit() else None

    page, _ = await draw(lambda: text_field("City", draft_key="city", on_commit=refuse_figures))
    await page.change("14604")
    assert "data-committed" not in page.one("input").props
    await page.change("Rochester")
    assert page.one("input").props["data-committed"] == "Rochester"


async def test_a_draft_that_waits_for_a_button_stays_when_its_field_is_left(draw: Draw[Field[str]]) -> None:
    page, field = await draw(lambda: text_field("City", draft_key="city", on_commit=held).until_pressed())
    await page.change("Rochester")
    assert field.typed == ["Rochester"]
    assert "data-committed" not in page.one("input").props
    assert page.one("input").props["data-saved"] == ""


async def test_a_draft_can_be_held_against_what_is_saved_written_as_a_new_page_would_write_it(
    draw: Draw[Field[Decimal | None]],
) -> None:
    async def keep(_: Decimal | None) -> str | None:
        return None

    page, _ = await draw(lambda: money_field("Rent", value=Decimal(950), draft_key="rent", on_commit=keep))
    assert page.one("input").props["data-saved"] == "950"
    await page.change("1050")
    assert page.one("input").props["data-saved"] == "1,050"


async def test_only_the_first_radio_button_of_a_group_has_a_draft(draw: Draw[Field[str]]) -> None:
    options = (Choice("yes", "Yes"), Choice("no", "No"))
    page, _ = await draw(lambda: choice_group("Are you blind?", options, value="no", draft_key="blind"))
    first, second = page.all("input")
    assert (first.props["data-draft"], first.props["data-saved"]) == ("blind", "no")
    assert "data-draft" not in second.props


async def test_a_password_is_never_kept_as_a_draft_or_sent_back(draw: Draw[Field[str]]) -> None:
    page, _ = await draw(lambda: text_field("Password", kind="password", value="secret", draft_key="password"))
    assert not {"data-draft", "defaultValue"} & set(page.one("input").props)


async def test_radio_buttons_are_one_group_that_carries_hint_and_error(draw: Draw[Field[str]]) -> None:
    kept: list[str] = []

    async def keep(value: str) -> None:
        kept.append(value)

    page, field = await draw(lambda: choice_group("State", STATES, value="NY", error="Choose.", on_commit=keep))
    group, radios = page.one("fieldset"), page.all("input")
    assert text_of(page.by_id(group.props["aria-describedby"])) == "Error: Choose."
    assert not any("aria-invalid" in radio.props for radio in radios), "no radio is wrong alone"
    assert {radio.props["name"] for radio in radios} == {radios[0].props["name"]}
    assert [bool(radio.props.get("defaultChecked")) for radio in radios] == [False, True]
    assert field.html_id == radios[0].html_id
    await page.change("MD")
    assert (kept, page.errors) == (["MD"], [])


async def test_two_groups_on_a_page_do_not_share_their_answer(draw: Draw[object]) -> None:
    page, _ = await draw(lambda: [choice_group("State", STATES), choice_group("Other state", STATES)])
    assert len({radio.props["name"] for radio in page.all("input")}) == 2


async def test_a_ticked_box_is_true_and_a_cleared_one_is_false(draw: Draw[Field[bool]]) -> None:
    kept: list[bool] = []

    async def keep(value: bool) -> None:
        kept.append(value)

    page, _ = await draw(lambda: checkbox("I am blind", value=True, on_commit=keep))
    assert page.one("input").props["defaultChecked"] is True
    await page.change("")
    await page.change("on")
    assert kept == [False, True]


async def test_a_select_shows_its_first_answer_and_commits_another(draw: Draw[Field[str]]) -> None:
    kept: list[str] = []

    async def keep(value: str) -> None:
        kept.append(value)

    page, _ = await draw(lambda: select("State", STATES, value="NY", on_commit=keep))
    assert [option.props.get("selected") for option in page.all("option")] == [None, True]
    await page.change("MD")
    assert kept == ["MD"]


async def test_a_select_without_an_answer_holds_the_one_that_a_browser_shows(draw: Draw[Field[str]]) -> None:
    _, field = await draw(lambda: select("State", STATES))
    assert field.typed == ["MD"]


async def test_each_line_of_the_error_summary_leads_to_its_field(draw: Draw[Field[str]]) -> None:
    def build() -> Field[str]:
        field = text_field("City", error="Type the name of a city.")
        error_summary([FieldError(field, "Type the name of a city.")])
        return field

    page, field = await draw(build)
    [link] = page.all("a")
    assert (link.props["href"], text_of(link)) == (f"#{field.html_id}", "Type the name of a city.")


async def test_a_lone_checkbox_is_named_once_by_the_words_beside_it(draw: Draw[Field[bool]]) -> None:
    page, _ = await draw(lambda: checkbox("I am blind", required=True, error="Tick the box to go on."))
    assert [text_of(label) for label in page.all("label")] == ["I am blind (required)"]
    assert not page.all("fieldset")
    [described] = page.one("input").props["aria-describedby"].split()
    assert text_of(page.by_id(described)) == "Error: Tick the box to go on."


async def test_a_checkbox_under_a_question_is_a_group_with_its_legend(draw: Draw[Field[bool]]) -> None:
    page, _ = await draw(lambda: checkbox("Yes", question="Are you 65 or older?"))
    assert text_of(page.one("legend")) == "Are you 65 or older?"


async def test_a_locked_text_can_still_be_read_and_says_why(draw: Draw[Field[str]]) -> None:
    def build() -> Field[str]:
        field = text_field("City", value="Rochester", hint="Where you live.", error="Type the name of a city.")
        field.lock("You signed this return.")
        return field

    page, _ = await draw(build)
    control = page.one("input")
    assert (control.props["readonly"], "disabled" in control.props) == (True, False)
    described = [text_of(page.by_id(each)) for each in control.props["aria-describedby"].split()]
    assert described == ["Where you live.", "You signed this return.", "Error: Type the name of a city."]


async def test_of_locked_answers_only_the_chosen_one_is_left_and_their_group_says_why(draw: Draw[Field[str]]) -> None:
    def build() -> Field[str]:
        field = choice_group("State", STATES, value="NY")
        field.lock("You signed this return.")
        return field

    page, _ = await draw(build)
    assert [radio.props.get("disabled") for radio in page.all("input")] == [True, None]
    assert text_of(page.by_id(page.one("fieldset").props["aria-describedby"])) == "You signed this return."


async def test_of_a_locked_select_only_the_chosen_answer_is_left(draw: Draw[None]) -> None:
    page, _ = await draw(lambda: select("State", STATES, value="NY").lock("You signed this return."))
    assert [option.props.get("disabled") for option in page.all("option")] == [True, None]


async def test_what_we_fill_in_is_what_is_saved(draw: Draw[Field[str]]) -> None:
    page, city = await draw(lambda: text_field("City", draft_key="city"))
    city.set("Rochester")
    assert page.one("input").props["data-saved"] == "Rochester"
