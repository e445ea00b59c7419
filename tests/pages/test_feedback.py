"""How people reach us, and what staff see of it."""

import pytest
from nicegui.element import Element

from db.values.people import Role
from services.feedback import ON_A_PAGE
from tests.api.forms_with_files import send
from tests.app import App, Somebody
from tests.pages.acting import field, hold_to_be_stale, press, type_into
from tests.people import signed_up, somebody_as
from tests.services.feedback.telling import an_mp4, told

LIST = "/staff/feedback"
DONE = "What you did about it"
LETTER = "Answer to the person, by email"
WRITTEN = "What the video says, in written words"


@pytest.fixture
async def dana(app: App) -> Somebody:
    """A preparer at a browser."""
    return await somebody_as(app, Role.PREPARER)


def elements_of(somebody: Somebody) -> list[Element]:
    """All that the page of somebody is made of."""
    assert somebody.client
    return list(somebody.client.elements.values())


async def sent(app: App, video: bytes | None = None, **fields: str) -> str:
    """Have somebody send a message: the path of its page for staff."""
    reply = await send(app.somebody(), video, **fields)
    return f"/staff{reply.headers['location']}"


async def test_the_contact_page_names_the_ways_that_exist_and_the_choice_how_to_talk(somebody: Somebody) -> None:
    await somebody.send("display", talk="VRI")
    await somebody.open("/contact")
    said = " ".join(somebody.says().split())
    assert "support@mbtquniverse.com" in said
    assert "We talk with you by video with interpreter" in said
    assert "phone" not in said.lower()


async def test_every_page_leads_to_contact(somebody: Somebody) -> None:
    assert "/contact" in (await somebody.http_client.get("/tax")).text


async def test_a_barrier_is_chosen_already_for_who_comes_to_tell_about_one(somebody: Somebody) -> None:
    await somebody.open("/feedback?about=accessibility")
    chosen = [each.props["value"] for each in elements_of(somebody) if each.props.get("defaultChecked")]
    assert chosen == ["accessibility"]


async def test_the_form_shows_the_page_that_somebody_comes_from(somebody: Somebody) -> None:
    await somebody.open("/feedback?about=page&from=/tax/2025/estimate")
    assert "/tax/2025/estimate" in somebody.says()


async def test_a_page_that_is_not_there_leads_to_the_form_with_its_path(somebody: Somebody) -> None:
    reply = await somebody.http_client.get("/nowhere?name=Rosa")
    assert "/feedback?about=page&from=/nowhere" in reply.text.replace("&amp;", "&").replace("\\u0026", "&")


async def test_staff_find_feedback_in_their_menu_and_customers_do_not(app: App, dana: Somebody) -> None:
    assert LIST in (await dana.http_client.get("/staff")).text
    assert LIST not in (await (await signed_up(app)).http_client.get("/staff")).text


async def test_only_staff_see_the_pages_of_feedback(app: App) -> None:
    path, customer = await sent(app, message="Hello."), await signed_up(app)
    for page in (LIST, path):
        assert (await customer.http_client.get(page)).status_code == 403
        reply = await app.somebody().http_client.get(page)
        assert (reply.status_code, reply.headers["location"][:9]) == (303, "/sign-in?")


async def test_the_list_says_what_is_open_and_how_the_person_talks_and_no_word_of_theirs(
    app: App, dana: Somebody
) -> None:
    rosa = app.somebody()
    await rosa.send("display", talk="ASL_Interpreter")
    await send(rosa, an_mp4(), message="My name is Rosa.", about="idea")
    await dana.open(LIST)
    said = dana.says()
    assert "Idea, with video" in said
    assert "ASL interpreter" in said
    assert "Open" in said
    assert "Rosa" not in said


@pytest.mark.parametrize("query", ["?page=0", "?page=100000", "?page=x", "?show=mine"])
async def test_a_list_that_is_none_is_not_there(dana: Somebody, query: str) -> None:
    assert (await dana.http_client.get(LIST + query)).status_code == 404


async def test_a_long_list_is_turned_page_by_page(app: App, dana: Somebody) -> None:
    for _ in range(ON_A_PAGE + 1):
        await told(app.house)
    await dana.open(LIST)
    assert "Page 1 of" in dana.says()
    await dana.open(f"{LIST}?page=2&show=open")
    assert "Page 2 of" in dana.says()


async def test_a_message_is_shown_with_all_that_helps_to_answer_it(app: App, dana: Somebody) -> None:
    path = await sent(app, message="First line.\nSecond line.", email="rosa@people.example", page="/tax")
    await dana.open(path)
    said = dana.says()
    assert all(words in said for words in ("First line.", "Second line.", "rosa@people.example", "/tax"))
    assert "What was signed" not in said


async def test_a_signed_message_is_shown_and_its_written_version_is_kept(app: App, dana: Somebody) -> None:
    path = await sent(app, an_mp4())
    await dana.open(path)
    assert "There is no text." in dana.says()
    [film] = [each for each in elements_of(dana) if each.tag == "video"]
    assert film.props["src"] == f"{path.replace('/staff', '/api')}/video"
    await type_into(dana, WRITTEN, "I can’t see the button.")
    assert "The written version is saved." in dana.says()
    await dana.open(path)
    assert field(dana, WRITTEN).props["defaultValue"] == "I can’t see the button."


async def test_two_who_write_down_the_same_video_read_what_the_other_one_wrote(app: App, dana: Somebody) -> None:
    path = await sent(app, an_mp4())
    lee = await somebody_as(app, Role.PREPARER)
    await dana.open(path)
    await lee.open(path)
    await type_into(dana, WRITTEN, "I can’t see the button.")
    await type_into(lee, WRITTEN, "The button can’t be seen.")
    assert "A colleague has saved this: I can’t see the button." in " ".join(lee.says().split())
    await press(lee, "Save my words in its place")
    assert "The written version is saved." in lee.says()
    assert "A colleague has saved" not in lee.says()
    await hold_to_be_stale(dana, WRITTEN)
    await type_into(dana, WRITTEN, "No button is there.")
    assert "The button can’t be seen." in dana.says()


async def test_a_message_is_marked_as_done_with_a_letter(app: App, dana: Somebody) -> None:
    path = await sent(app, message="Hello.", email="rosa@people.example")
    await dana.open(path)
    await type_into(dana, DONE, "The button is larger now.")
    await type_into(dana, LETTER, "Thank you.")
    await press(dana, "Mark as done")
    assert "The button is larger now." in dana.says()
    assert "We wrote to rosa@people.example" in dana.says()
    await dana.open(path)
    assert "Thank you." in dana.says()
    assert "Mark as done" not in dana.says()


async def test_a_message_is_not_done_before_somebody_says_what_they_did(app: App, dana: Somebody) -> None:
    await dana.open(await sent(app, message="Hello."))
    assert "no email address" in dana.says()
    await press(dana, "Mark as done")
    assert "Write what was done." in dana.says()


async def test_whoever_comes_second_reads_that_it_is_done(app: App, dana: Somebody) -> None:
    lee = await somebody_as(app, Role.ADMINISTRATOR)
    path = await sent(app, message="Hello.")
    for person in (dana, lee):
        await person.open(path)
        await type_into(person, DONE, "Mended.")
    await press(dana, "Mark as done")
    await press(lee, "Mark as done")
    assert "Somebody else has marked this as done." in lee.says()
