"""The forms about tax years: beginning one, also from the year before, filing, sharing and removing one."""

from api.forms.tax import estimate, filed, joint, last_year, years
from api.joining import joined

router = joined(estimate.router, filed.router, joint.router, last_year.router, years.router)
