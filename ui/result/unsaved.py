"""What was typed in this tab and is not saved does not count: the result says so, with the way back."""

from components.drafts import while_unsaved
from components.link import link
from components.notice import notice
from components.prose import paragraph
from services.returns.estimate import Estimate
from services.words import sentence
from ui.estimate.opening import page_of


def tell_of_unsaved(estimate: Estimate) -> None:
    """Shown by the browser, which alone knows what was typed."""
    with while_unsaved(str(estimate.return_id)), notice("warn"):
        paragraph(sentence("result.page.unsaved"))
        with paragraph():
            link(sentence("result.page.to_unsaved"), page_of(estimate, "interview"))
