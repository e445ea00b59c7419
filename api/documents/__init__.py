"""A document of a customer: its pages as pictures, and its original as a file."""

from fastapi import APIRouter

from api.documents import originals, pages, uploads

router = APIRouter()
for part in (pages, originals, uploads):
    router.include_router(part.router)
