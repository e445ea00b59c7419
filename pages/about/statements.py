"""What we promise in writing. The words are in content/en/statements."""

from nicegui import ui

from ui.statement import draw_statement
from ui.visits import ReaderVisit


@ui.page("/accessibility")
async def accessibility_page(visit: ReaderVisit) -> None:
    """Say what everybody can rely on, what does not work yet, and how to complain."""
    draw_statement("accessibility", visit)


@ui.page("/privacy")
async def privacy_page(visit: ReaderVisit) -> None:
    """Say what we keep about a person, for how long, and who may look at it."""
    draw_statement("privacy", visit)


@ui.page("/terms")
async def terms_page(visit: ReaderVisit) -> None:
    """Say what the service is and is not, and what both sides may expect."""
    draw_statement("terms", visit)
