"""The forms of intake: its questions, and what a partner offers to take over."""

from fastapi import APIRouter

from api.forms.intake import partner_offer, questions

router = APIRouter()
for form in (questions, partner_offer):
    router.include_router(form.router)
