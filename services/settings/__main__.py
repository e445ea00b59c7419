"""`make secrets`: prints fresh strong secrets, ready for `.env` or a secret store. Keeps nothing."""

import sys

from services.settings.secrets import fresh

sys.stdout.writelines(f"{name.upper()}={value}\n" for name, value in fresh().items())
