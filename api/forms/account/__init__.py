"""The forms by which somebody changes how they sign in."""

from fastapi import APIRouter

from api.forms.account import email_address, password

router = APIRouter()
for form in (email_address, password):
    router.include_router(form.router)
