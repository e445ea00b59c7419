"""The forms by which somebody decides about their data: consents, a copy of everything, and deleting it."""

from fastapi import APIRouter

from api.forms.privacy import consents, your_data

router = APIRouter()
for form in (consents, your_data):
    router.include_router(form.router)
