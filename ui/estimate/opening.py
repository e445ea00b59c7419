"""Which estimate a page shows, and how its pages lead to each other."""

from uuid import UUID

from fastapi import HTTPException

from components.button import button
from components.dialog import Dialog
from components.form import form
from components.layout import row
from components.link import link
from components.notice import notice
from components.prose import paragraph
from services import tax
from services.errors import NotFound
from services.house import House
from services.returns import opening
from services.returns.estimate import Estimate
from services.visitor import Guest, Visitor
from services.words import sentence
from ui.guards import Visit


async def begun(house: House, visit: Visit, tax_year: int, return_id: UUID | None) -> Estimate:
    """The estimate to show. Whoever has begun none of this year is led to where one begins, and told so there."""
    try:
        async with house.transaction(visit.visitor) as session:
            return await opening.estimate_for(session, visit.visitor, tax_year=tax_year, return_id=return_id)
    except NotFound:
        if return_id is None and tax_year in tax.YEARS:
            raise HTTPException(303, headers={"Location": f"/tax?without={tax_year}"}) from None
        raise


def page_of(estimate: Estimate, name: str) -> str:
    """The path of another page of the same estimate; with its id where there are several, or it is a customer's."""
    path = f"/tax/{estimate.tax_year}/{name}"
    return f"{path}?estimate={estimate.return_id}" if len(estimate.of_the_year) > 1 or estimate.helping else path


def several_of_the_year(estimate: Estimate, name: str) -> None:
    """Tell somebody who has several estimates of the year which one this is, with the way to each other one."""
    if len(estimate.of_the_year) == 1:
        return
    number = estimate.of_the_year.index(estimate.return_id) + 1
    told = {"count": len(estimate.of_the_year), "year": estimate.tax_year, "number": number}
    with notice():
        paragraph(sentence("several.this_is", **told))
        if estimate.you:
            paragraph(sentence("several.shared"))
        with row():
            for other, return_id in enumerate(estimate.of_the_year, start=1):
                if other != number:
                    link(
                        sentence("several.open", number=other), f"/tax/{estimate.tax_year}/{name}?estimate={return_id}"
                    )


def offer_last_year(estimate: Estimate) -> None:
    """Tell somebody who has said nothing yet that they can begin from the year before."""
    if estimate.can_begin_from:
        years = {"year": estimate.tax_year, "last": estimate.can_begin_from}
        with notice():
            paragraph(sentence("last_year.offer", **years))
            with paragraph():
                link(sentence("last_year.link", **years), f"/tax/{estimate.tax_year}/last-year")


def to_law_changes(tax_year: int, follows: int | None) -> None:
    """The way to what the law changed since the year before, for who has answers in it."""
    if follows:
        with paragraph():
            link(sentence("law_change.link", year=tax_year, last=follows), f"/tax/{tax_year}/last-year")


def kept_on_this_device(visitor: Visitor, here: str) -> None:
    """Tell a guest how long their estimate is kept, with ways to keep it longer and to remove it."""
    if isinstance(visitor, Guest):
        with notice():
            with paragraph("This estimate is kept on this device for 7 days. To keep it longer, "):
                link("make an account", f"/sign-up?next={here}")
            _way_to_remove()


def _way_to_remove() -> None:
    """A guest's estimates go with their session, whatever the year: nobody can open them again."""
    asks = button("Remove my estimate from this device", kind="quiet")
    with Dialog("Remove your estimate from this device?", opened_by=asks) as dialog:
        paragraph("All answers that you gave on this device are removed, for every year.")
        paragraph("Nobody can open them again. You can’t get them back.")
        with row():
            dialog.way_out("Keep my estimate")
            with form("/api/forms/sign-out", label="Remove your estimate", clears_drafts=True):
                button("Remove it", kind="quiet", submit=True)
