"""The few native forms. Only these set a cookie; everything else that a visitor does is an action (ui/actions.py)."""

from fastapi import APIRouter

from api.forms import (
    account,
    consents,
    display,
    documents,
    documents_in_parts,
    feedback,
    intake,
    partner_offer,
    signing_in,
    staff,
    tax,
    trusted,
    your_data,
)

router = APIRouter(include_in_schema=False)
for form in (account, consents, display, documents, documents_in_parts, feedback):
    router.include_router(form.router)
for form in (intake, partner_offer, signing_in, staff, tax, trusted, your_data):
    router.include_router(form.router)
