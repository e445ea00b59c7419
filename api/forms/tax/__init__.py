"""The forms about tax years: beginning one, also from the year before, filing, sharing and removing one."""

from fastapi import APIRouter

from api.forms.tax import estimate, filed, joint, last_year, years

router = APIRouter()
for form in (estimate, filed, joint, last_year, years):
    router.include_router(form.router)
