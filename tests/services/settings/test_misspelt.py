"""A name that is nearly a setting is noticed, and the many names of others are left alone."""

import pytest

from services.settings.misspelt import misspelt, nearest

USUAL = (
    "AWS_REGION CI COMPOSE_FILE COST DATABASE_HOST DATA_CENTER DBUS_SESSION_BUS_ADDRESS DEBIAN_FRONTEND "
    "DISPLAY EDITOR FILES GITHUB_TOKEN GPG_KEY HOME HOSTNAME HOSTS KEY_ID KUBERNETES_PORT LANG LC_ALL LOCAL_BIN "
    "LOGNAME LOG_FORMAT LS_COLORS MAIL MAILCHECK MAIL_SERVICE_PORT NO_COLOR OLDPWD PAGER PATH PGDATA "
    "PGHOST PGPORT PGUSER PIP_INDEX_URL PORTS POST PUBLIC_IP PWD PYTHONPATH PYTHON_VERSION REDIS_SERVICE_HOST "
    "REQUESTS_CA_BUNDLE SENTRY_ENVIRONMENT SENTRY_RELEASE SHELL SHLVL SMTP_PORT_25_TCP_ADDR SSH_AUTH_SOCK "
    "SSL_CERT_FILE TERM TLS_MODE TZ USER VIRTUAL_ENV XDG_DATA_DIRS _ http_proxy "
)
"""Names that a process finds around it, with blanks between."""


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("PROT", "PORT"),
        ("POORT", "PORT"),
        ("SMPT_HOST", "SMTP_HOST"),
        ("SMTP_PROT", "SMTP_PORT"),
        ("REQUEST_PER_MINUTES", "REQUESTS_PER_MINUTE"),
        ("MAIL_FORM", "MAIL_FROM"),
        ("FILES_URI", "FILES_URL"),
        ("Redis_Ulr", "REDIS_URL"),
        ("TRUSTED_PROXY", "TRUSTED_PROXIES"),
        ("SMTP_PASS", "SMTP_PASSWORD"),
        ("SMTP_SERVER", "SMTP_HOST"),
        ("SMTP_USERNAME", "SMTP_USER"),
        ("FILES_SECRET_KEY", "FILES_SECRET"),
    ],
)
def test_a_slip_leads_to_the_name_that_is_meant(written: str, meant: str) -> None:
    assert list(misspelt({written: "x"})) == [(written, meant)]


@pytest.mark.parametrize("written", ["MAIL_UR", "SMTP_P", "SMTP_SERVER_NAME"])
def test_a_name_of_our_own_kind_is_noticed_and_nothing_far_from_it_is_proposed(written: str) -> None:
    assert list(misspelt({written: "x"})) == [(written, None)]


def test_names_of_others_and_our_own_are_passed_over() -> None:
    ours = {"port": "8080", "MAIL_FROM": "a@b.example", "ORGANISATIONS__COLLEGE__ISSUER": "x", "SMTP_HOTS": ""}
    assert list(misspelt(dict.fromkeys(USUAL.split(), "x") | ours)) == []


def test_of_names_that_are_as_near_the_one_with_the_same_first_word_is_meant() -> None:
    assert nearest("SMTP_USRE") == "SMTP_USER"
    assert nearest("FILES_KEYS") == "FILES_KEY"


def test_in_our_own_file_the_plural_of_a_short_name_is_a_slip() -> None:
    assert nearest("PORTS") == "PORT"
