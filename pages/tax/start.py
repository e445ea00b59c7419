"""The way to a refund estimate: choose a year."""

from nicegui import ui

from components.button import button
from components.form import form
from components.layout import row
from components.notice import notice
from components.prose import bullet_list, heading, paragraph
from services.returns import YEARS
from ui.guards import AnyVisit
from ui.page_frame import page_frame


@ui.page("/tax")
async def tax_page(visit: AnyVisit, without: int | None = None) -> None:
    """Say what the estimate does and does not do, and let the person choose a year.

    `without` is the year of which somebody wanted to see a page, and has no estimate yet.
    """
    with page_frame("Estimate your refund", visit):
        if without in YEARS:
            with notice():
                paragraph(f"You have no estimate for {without} yet. Begin it here. Then you can add costs for hearing.")
        paragraph("Tell us about your year. We compute your federal income tax and explain every line.")
        heading("Before you begin", 2)
        bullet_list(
            (
                "Have your W-2 and other forms beside you. You can stop and come back.",
                "This is an estimate. Nothing is sent to the IRS.",
                "It is federal only. State tax is not included.",
            )
        )
        heading("Which year?", 2)
        with row():
            for position, year in enumerate(YEARS):
                with form("/api/forms/estimate", label=f"Estimate for {year}", hidden={"tax_year": str(year)}):
                    button(f"Estimate my refund for {year}", kind="quiet" if position else "main", submit=True)
