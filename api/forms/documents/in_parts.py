"""Adding documents whose files came in parts (api/documents/uploads.py). It answers as the native form does."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Form, Request, Response

from api.forms.documents.sending import PAGE, id_in, page_for, way_back
from api.forms.form_route import FormRoute
from api.forms.replies import back, for_script, onward
from services import policy
from services.documents import reach, uploading
from services.errors import Invalid
from services.house import House
from services.visitor import Person
from ui.documents.left_out import TYPED, to_tell
from ui.documents.pace import MOST_AT_ONCE
from ui.guards import AnyVisit, HouseDep, way_to_sign_in

router = APIRouter(route_class=FormRoute)


@router.post("/api/forms/documents/parts")
async def add_whole_files(
    request: Request,
    house: HouseDep,
    visit: AnyVisit,
    *,
    upload: Annotated[list[str], Form(default_factory=list)],
    left: Annotated[list[str], Form(default_factory=list)],
    why: Annotated[list[str], Form(default_factory=list)],
    category: Annotated[str, Form()] = "",
    tax_year: Annotated[str, Form()] = "",
    access: Annotated[str, Form()] = "",
) -> Response:
    """Add the files that are whole. With a mistake in the form they wait, and need not be sent again.

    Of files that are `left`, the page says `why`: nothing that was chosen is passed over in silence.
    Everything is taken as text, so that who asks is looked at before what they sent.
    """
    person = visit.visitor
    if not isinstance(person, Person):
        return for_script(request, onward(way_to_sign_in(PAGE)))
    policy.documents.CHANGE.require(person)
    by = id_in(access) if access else None
    told = {"category": category, "tax_year": tax_year} | ({TYPED: to_tell(left, why)} if left else {})
    try:
        sent = await _added(house, person, upload, by=by, category=category, tax_year=tax_year) if upload else []
        if not sent and not left:
            raise Invalid("files", "document.no_file")
        reply = onward(way_back(by, sent))
        if left:
            reply = await back(house, "documents", way_back(by, sent), [], told)
    except Invalid as problem:
        reply = await back(house, "documents", page_for(by), [problem], told)
    return for_script(request, reply)


async def _added(
    house: House, person: Person, upload: list[str], *, by: UUID | None, category: str, tax_year: str
) -> list[UUID]:
    if len(upload) > MOST_AT_ONCE:
        raise Invalid("files", "document.too_many_at_once")
    async with house.transaction(person) as session:
        owner_id = await reach.owner_for(session, person, by)
        ids = [id_in(each) for each in upload]
        return await uploading.finish(session, person, ids, category=category, tax_year=tax_year, owner_id=owner_id)
