from components.breadcrumb import Crumb, breadcrumb
from components.button import button
from components.dialog import Dialog
from components.form import form
from components.prose import paragraph
from components.tabs import Tabs
from tests.components.conftest import Draw
from tests.components.reader import text_of


async def test_without_its_script_every_part_stands_under_its_heading(draw: Draw[None]) -> None:
    def build() -> None:
        tabs = Tabs("Ways to talk")
        for title in ("By text", "By video"):
            with tabs.tab(title):
                paragraph(f"All about {title}.")

    page, _ = await draw(build)
    parts = page.all("section")
    assert [text_of(part) for part in parts] == ["By text All about By text.", "By video All about By video."]
    assert [text_of(page.by_id(part.props["aria-labelledby"])) for part in parts] == ["By text", "By video"]
    [tab_list] = [each for each in page.all("div") if each.props.get("aria-label") == "Ways to talk"]
    assert tab_list.props["hidden"] is True


async def test_a_dialog_is_named_by_its_heading_and_belongs_to_its_button(draw: Draw[None]) -> None:
    def build() -> None:
        with Dialog("Delete it?", opened_by=button("Delete")):
            paragraph("You can’t get it back.")

    page, _ = await draw(build)
    box, opener = page.one("dialog"), page.all("button")[0]
    assert text_of(page.by_id(box.props["aria-labelledby"])) == "Delete it?"
    assert (opener.props["data-opens"], opener.props["aria-haspopup"]) == (box.html_id, "dialog")
    assert "Close" in text_of(box)
    assert "open" not in box.props


async def test_a_breadcrumb_leads_up_and_says_which_page_this_is(draw: Draw[object]) -> None:
    page, _ = await draw(lambda: breadcrumb([Crumb("Taxes", "/tax"), Crumb("2025", "/tax/2025")], "Income"))
    assert [(text_of(each), each.props["href"]) for each in page.all("a")] == [("Taxes", "/tax"), ("2025", "/tax/2025")]
    [here] = [each for each in page.all("span") if "aria-current" in each.props]
    assert (text_of(here), here.props["aria-current"]) == ("Income", "page")


async def test_a_form_with_files_is_sent_in_parts(draw: Draw[object]) -> None:
    page, _ = await draw(lambda: form("/api/forms/files", carries_files=True))
    assert page.one("form").props["enctype"] == "multipart/form-data"
