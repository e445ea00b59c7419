from tests.app import App
from ui.failures.no_script import no_script_html


async def test_every_page_says_in_plain_words_what_it_needs_and_how_to_reach_us(app: App) -> None:
    page = (await app.somebody().http_client.get("/accessibility")).text
    assert no_script_html(app.house.settings.support_email) in page


def test_an_address_is_written_as_text() -> None:
    assert "<b>" not in no_script_html("<b>@people.example")
