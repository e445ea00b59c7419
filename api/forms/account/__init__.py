"""The forms by which somebody changes how they sign in, and what they tell of themselves."""

from fastapi import APIRouter

from api.forms.account import email_address, password, profile

router = APIRouter()
for form in (email_address, password, profile):
    router.include_router(form.router)
