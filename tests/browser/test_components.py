"""What components do by keyboard, and what they say, in a real browser."""

import pytest
from playwright.async_api import FilePayload, expect

from tests.browser.checks import NARROW, axe_violations, scrolls_sideways
from tests.browser.conftest import OpenPage
from tests.browser.estimates import swallow_what_is_sent

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

LEAST_DISTANCE = 15  # pixels, of 16


def gallery(name: str) -> str:
    return f"/development/components/{name}"


async def test_a_notice_keeps_its_distance_from_whatever_is_above_it(open_page: OpenPage) -> None:
    page = await open_page(gallery("notice"))
    button = await page.get_by_role("button", name="I have looked at these").bounding_box()
    below = await page.locator(".notice", has_text="Talks by text.").bounding_box()
    assert button
    assert below
    assert below["y"] - button["y"] - button["height"] >= LEAST_DISTANCE


async def test_a_table_is_sorted_by_keyboard_and_the_focus_stays(open_page: OpenPage) -> None:
    page = await open_page(gallery("table"))
    table = page.get_by_role("table", name="Waiting now")
    waiting = table.get_by_role("button", name="Waiting")
    await waiting.focus()
    await page.keyboard.press("Space")
    await expect(table.get_by_role("rowheader").first).to_have_text("Lee K.")
    await expect(table.get_by_role("columnheader", name="Waiting")).to_have_attribute("aria-sort", "ascending")
    await expect(waiting).to_be_focused()
    await page.keyboard.press("Space")
    await expect(table.get_by_role("rowheader").first).to_have_text("Rosa M.")


async def test_a_page_of_rows_is_turned_by_keyboard_and_its_end_is_said(open_page: OpenPage) -> None:
    page = await open_page(gallery("table"))
    pages = page.get_by_role("navigation", name="Pages of the table: Letters to you")
    following = pages.get_by_role("button", name="Next page")
    await following.focus()
    await page.keyboard.press("Enter")
    await expect(pages).to_contain_text("Page 2 of 3")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("table", name="Letters to you").get_by_role("row")).to_have_count(3)
    await expect(following).to_be_focused()
    await expect(following).to_have_attribute("aria-disabled", "true")


async def test_on_a_phone_a_row_is_a_block_that_is_still_a_table(open_page: OpenPage) -> None:
    page = await open_page(gallery("table"), viewport=NARROW)
    table = page.get_by_role("table", name="Waiting now")
    await expect(table.get_by_role("row")).to_have_count(4)
    cells = table.get_by_role("row").nth(1).get_by_role("cell")
    tops = await cells.evaluate_all("(cells) => cells.map((cell) => cell.getBoundingClientRect().top)")
    assert sorted(set(tops)) == tops, "one under the other"
    assert not await scrolls_sideways(page)
    headings = [await table.get_by_role("button", name=name).bounding_box() for name in ("Customer", "Waiting")]
    first, second = (each for each in headings if each)
    apart = (second["y"] - first["y"] - first["height"], second["x"] - first["x"] - first["width"])
    assert max(apart) >= LEAST_DISTANCE, "none is pressed in place of the other"


async def test_what_is_left_is_counted_at_each_key_and_read_out_after_a_pause(open_page: OpenPage) -> None:
    page = await open_page(gallery("text_area"))
    area = page.get_by_label("Your message")
    box = page.locator(".text-area", has=area)
    await area.fill("")
    await area.press_sequentially("Hello")
    await expect(box.locator(".count")).to_have_text("Characters left: 195")
    assert await box.get_by_role("status").text_content() == ""
    await expect(box.get_by_role("status")).to_have_text("Characters left: 195")


async def test_a_file_that_is_dragged_in_is_judged_as_if_chosen_and_each_can_be_taken_out(
    open_page: OpenPage,
) -> None:
    page = await open_page(gallery("file_picker"))
    film = {"name": "film.mov", "mimeType": "video/quicktime", "buffer": b"film"}
    await page.get_by_label("Your W-2").set_input_files(film)  # type: ignore[arg-type]  # Playwright's own TypedDict
    field = page.locator(".field", has=page.get_by_label("Your W-2"))
    await expect(field).to_contain_text("“film.mov” is not a kind of file that we can read.")
    await field.locator(".file-zone").evaluate("""(zone) => {
            const dragged = new DataTransfer();
            dragged.items.add(new File(["scan"], "w2.pdf"));
            zone.dispatchEvent(new DragEvent("drop", { dataTransfer: dragged, bubbles: true, cancelable: true }));
        }""")
    await expect(field.locator(".files")).to_have_text("w2.pdf, 4 bytesRemove w2.pdf")
    await expect(field.locator(".error")).to_have_count(0)
    chosen = "(input) => [...input.files].map((file) => file.name)"
    assert await page.get_by_label("Your W-2").evaluate(chosen) == ["w2.pdf"]

    receipts = page.get_by_label("Receipts (required)")
    of_receipts = page.locator(".field", has=receipts)
    pages: list[FilePayload] = [{"name": f"{n}.pdf", "mimeType": "application/pdf", "buffer": b"%"} for n in range(5)]
    await receipts.set_input_files(pages[:2])
    await expect(of_receipts.locator("li:visible")).to_have_count(2)
    await receipts.set_input_files(pages[1:])
    await expect(of_receipts.locator(".error")).to_contain_text("Not chosen: “3.pdf”, “4.pdf”.")
    assert await receipts.evaluate(chosen) == ["0.pdf", "1.pdf", "2.pdf"]
    for name, then in (("1.pdf", "2.pdf"), ("2.pdf", "0.pdf")):
        await of_receipts.get_by_role("button", name=f"Remove {name}").press("Enter")
        await expect(of_receipts.get_by_role("button", name=f"Remove {then}")).to_be_focused()
    await expect(of_receipts.locator("li:visible")).to_have_count(1)
    assert await receipts.evaluate(chosen) == ["0.pdf"]
    await page.keyboard.press("Enter")
    await expect(receipts).to_be_focused()
    await expect(page.locator("[data-says=polite]")).to_contain_text("“0.pdf” is not chosen any more.")


async def test_what_was_good_for_a_while_goes_without_a_word_of_the_server(open_page: OpenPage) -> None:
    page = await open_page(gallery("for_a_while"))
    await page.context.set_offline(True)
    await expect(page.get_by_text("Your code is over.").first).to_be_visible()
    await expect(page.get_by_text("654 321")).to_be_hidden()
    await expect(page.get_by_text("123 456")).to_be_visible()
    await expect(page.locator("[data-says=polite]")).to_contain_text("Your code is over.")
    await page.context.set_offline(False)


async def test_an_alert_that_appears_is_an_alert_and_does_not_move_for_those_who_want_no_motion(
    open_page: OpenPage,
) -> None:
    page = await open_page(gallery("alert"))
    await page.get_by_role("button", name="Raise an alert").press("Enter")
    alert = page.locator(".alert[role=alert]")
    await expect(alert).to_contain_text("Your interpreter is waiting")
    assert await alert.evaluate("(each) => getComputedStyle(each).animationName") == "none"
    await page.emulate_media(reduced_motion="no-preference")
    assert await alert.evaluate("(each) => getComputedStyle(each).animationName") == "swell"


@pytest.mark.parametrize(("switch", "felt"), [("on", [200, 150, 200]), ("off", None)])
async def test_an_alert_that_appears_is_felt_unless_the_person_switched_it_off(
    open_page: OpenPage, switch: str, felt: list[int] | None
) -> None:
    page = await open_page(gallery("alert"))
    await page.evaluate("() => { navigator.vibrate = (pulses) => { window.felt = pulses; return true; }; }")
    await page.evaluate("(switched) => (document.documentElement.dataset.vibration = switched)", switch)
    await page.get_by_role("button", name="Raise an alert").press("Enter")
    await expect(page.locator(".alert[role=alert]")).to_be_visible()
    assert await page.evaluate("() => window.felt ?? null") == felt


async def test_a_frame_that_shall_not_light_up_stays_as_it_is(open_page: OpenPage) -> None:
    page = await open_page(gallery("alert"))
    await page.emulate_media(reduced_motion="no-preference")
    await page.get_by_role("button", name="Raise an alert").press("Enter")
    alert, moving = page.locator(".alert[role=alert]"), "(each) => getComputedStyle(each).animationName"
    assert await alert.evaluate(moving) == "swell"
    await page.evaluate("() => (document.documentElement.dataset.glow = 'off')")
    assert await alert.evaluate(moving) == "none"


async def test_the_numbers_of_a_chart_are_one_press_away(open_page: OpenPage) -> None:
    page = await open_page(gallery("chart"))
    chart = page.locator("figure", has_text="How your pay becomes taxed income")
    await expect(chart.get_by_role("img")).to_have_accessible_name("How your pay becomes taxed income")
    await chart.locator("summary").press("Enter")
    row = chart.get_by_role("row", name="Standard deduction")
    await expect(row).to_contain_text("−$15,750")
    assert await axe_violations(page) == []


async def test_the_shapes_of_a_chart_are_drawn_in_the_few_colours_of_a_reader(open_page: OpenPage) -> None:
    page = await open_page(gallery("chart"))
    await page.emulate_media(forced_colors="active", color_scheme="dark")
    strokes = "(shapes) => [...new Set(shapes.map((shape) => getComputedStyle(shape).stroke))]"
    assert await page.locator("rect.shape").evaluate_all(strokes) == ["rgb(255, 255, 255)"]


async def test_a_wait_moves_only_for_those_who_do_not_mind(open_page: OpenPage) -> None:
    page = await open_page(gallery("progress"))
    sign, moving = page.locator(".working-sign span").first, "(each) => getComputedStyle(each).animationName"
    assert await sign.evaluate(moving) == "none", "the system asks for less motion"
    await page.emulate_media(reduced_motion="no-preference")
    assert await sign.evaluate(moving) == "turn"
    await page.evaluate("() => (document.documentElement.dataset.motion = 'reduced')")
    assert await sign.evaluate(moving) == "none", "the person asked for less motion here"


async def test_two_answers_that_come_at_once_leave_nobody_waiting_in_sight_or_in_hearing(open_page: OpenPage) -> None:
    page = await open_page(gallery("field"))
    city, polite = page.get_by_label("Your city"), page.locator("[data-says=polite]")
    box, connection = page.locator("[data-slow]", has=city), page.locator(".connection")
    await page.set_viewport_size(NARROW)
    await city.evaluate("(city) => { city.scrollIntoView({ block: 'end' }); city.focus(); }")
    await city.evaluate("(city) => { window.mbtq.waits(city); window.mbtq.tooFast(0); }")  # it never arrived
    await expect(connection).to_contain_text("We have all your changes now.")
    await expect(box).to_have_attribute("data-answered", "2")
    ends = [await each.evaluate("(each) => each.getBoundingClientRect().bottom") for each in (city, connection)]
    assert ends[0] < ends[1] - await connection.evaluate(
        "(notice) => notice.offsetHeight"
    ), "nothing lies over the focus"

    await city.evaluate("(city) => [1, 2].forEach(() => window.mbtq.waits(city))")
    await expect(box.locator(".slow")).to_have_text("Not saved yet. We are still trying.")
    await expect(polite).to_have_text("Your city: Not saved yet. We are still trying.")
    await box.evaluate("(box) => (box.dataset.answered = 3)")
    await expect(box.locator(".slow")).to_be_visible()
    await city.evaluate("(city) => window.mbtq.waits(city)")
    await box.evaluate("(box) => (box.dataset.answered = 5)")  # two answers in one update of the page
    await expect(box.locator(".slow")).to_have_count(0)
    await expect(polite).to_be_empty()


async def test_an_older_answer_that_is_saved_leaves_the_newest_waiting_until_it_is_saved_too(
    open_page: OpenPage,
) -> None:
    page = await open_page(gallery("field"), quiet=False)
    city = page.get_by_label("Your city")
    box = page.locator("[data-slow]", has=city)
    await swallow_what_is_sent(page)
    sent = "(city) => [1, 2, 3].map(() => window.mbtq.waits(city)).at(-1)"
    dropped = await city.evaluate(sent)  # two of them wait for their turn, and the third was too fast
    await expect(box.locator(".slow")).to_be_visible()
    await page.evaluate("() => window.mbtq.tooFast(0)")  # it is sent again
    await expect(page.locator(".connection")).to_contain_text("That was faster than we can follow.")
    await page.evaluate("() => new Promise((done) => setTimeout(done, 100))")
    for number in range(dropped - 2, dropped + 1):
        await box.evaluate("(box, number) => (box.dataset.answered = number)", number)
        await page.evaluate("() => new Promise(requestAnimationFrame)")
        await expect(box.locator(".slow")).to_be_visible()
    await box.evaluate("(box, number) => (box.dataset.answered = number)", dropped + 1)
    await expect(box.locator(".slow")).to_have_count(0)


async def test_an_amount_of_millions_fits_into_its_box_of_a_form_on_a_phone(
    open_page: OpenPage,
) -> None:
    page = await open_page(gallery("form_picture"), viewport=NARROW)
    assert await page.get_by_text("9,999,999.99").is_visible()
    crossing = """(words) => words.filter((each) => {
        const box = each.parentElement.getBoundingClientRect(), text = document.createRange();
        text.selectNodeContents(each);
        const { left, right, width } = text.getBoundingClientRect();
        return width && (left < box.left + 3 || right > box.right - 3); // the frame of a lit box
    }).map((each) => each.textContent)"""
    assert await page.locator(".paper:not(.whole) .box span").evaluate_all(crossing) == []


async def test_what_is_locked_takes_the_focus_and_says_why_but_can_not_be_changed(open_page: OpenPage) -> None:
    page = await open_page(gallery("checkbox"))
    box = page.get_by_label("I am 65 or older")
    await box.focus()
    await expect(box).to_be_focused()
    await expect(box).to_have_accessible_description("We know it from your date of birth.")
    await page.keyboard.press("Space")
    await page.get_by_text("I am 65 or older").click(force=True)
    await expect(box).to_be_checked()


async def test_of_locked_answers_the_chosen_one_stays_chosen(open_page: OpenPage) -> None:
    page = await open_page(gallery("choice_group"))
    answers = page.get_by_role("group", name="How we talk today")
    chosen = answers.get_by_role("radio", name="Video call with interpreter")
    await chosen.focus()
    await page.keyboard.press("ArrowDown")
    await expect(chosen).to_be_focused()
    await answers.get_by_text("ASL interpreter").click(force=True)
    await expect(chosen).to_be_checked()


async def test_typing_is_told_once_and_what_a_script_fills_in_is_not(open_page: OpenPage) -> None:
    page = await open_page(gallery("time_limit"))
    field = page.get_by_label("Your name")
    await field.evaluate("(field) => field.dispatchEvent(new Event('input', { bubbles: true }))")
    await field.press_sequentially("Ro")
    await field.press_sequentially("sa")
    used = page.get_by_role("main").get_by_text("Used")
    await expect(used).to_have_text("Used 1 times")
    await page.get_by_role("button", name="Stay signed in").click()
    await expect(used).to_have_text("Used 1 times")
