"""What is wrong with the settings is said with what each is for; what does not fit together is found."""

import pytest

from services.settings import Settings
from services.starting.doctor.configuration import fitting, passed_over, problems
from services.starting.doctor.finding import Result


def found(settings: Settings, **changed: object) -> dict[str, Result]:
    changed_settings = Settings.model_validate({**settings.model_dump(), **changed})
    return {finding.part: finding.result for finding in fitting(changed_settings)}


def test_a_refused_setting_is_said_with_what_it_is_for_and_what_to_do() -> None:
    [finding] = problems(["PORT: must be a whole number."])
    said, do = finding.lines()
    assert said == "wrong  PORT: must be a whole number."
    assert do.startswith(
        "       What to do: Change it in the environment or in .env. The address and port to listen on."
    )


def test_a_name_that_is_no_setting_is_said_all_the_same() -> None:
    [finding] = problems(["FOO is not a setting: see .env.example."])
    said, do = finding.lines()
    assert said == "wrong  FOO is not a setting: see .env.example."
    assert "if that is meant" not in do


@pytest.mark.parametrize(("written", "meant"), [("PROT", "PORT"), ("REQUESTS_PER_MINUT", "REQUESTS_PER_MINUTE")])
def test_a_name_that_is_nearly_one_of_ours_is_said_with_it(written: str, meant: str) -> None:
    [finding] = problems([f"{written} is not a setting: see .env.example."])
    assert f"Write {meant}, if that is meant, in .env." in list(finding.lines())[1]


def test_a_name_in_the_environment_that_changes_nothing_is_told_with_what_may_be_meant() -> None:
    near, far = passed_over([("SMPT_HOST", "SMTP_HOST"), ("MAIL_UR", None)])
    said, do = near.lines()
    assert said == "look   SMPT_HOST in the environment is no setting, so it changes nothing."
    assert "Write SMTP_HOST, if that is meant." in do
    assert list(far.lines())[1].endswith("Look for the right name in .env.example, or take it out.")


def test_an_address_that_only_goes_by_the_port_is_told_as_such(settings: Settings) -> None:
    told = {name: value for name, value in settings.model_dump().items() if name != "public_url"}
    [address] = [each for each in fitting(Settings.model_validate({**told, "port": 9000})) if "address" in each.part]
    said = "PUBLIC_URL is not set, so the address goes by PORT: http://localhost:9000."
    assert next(address.lines()).startswith(f"ok     {said}")
    assert found(settings, public_url="https://mbtq.example")["address"] is Result.OK


@pytest.mark.parametrize(
    ("changed", "part", "result"),
    [
        ({}, "cookies", Result.OK),
        ({"public_url": "https://mbtq.example", "cookies_tls_only": True}, "cookies", Result.OK),
        ({"public_url": "https://mbtq.example"}, "cookies.open", Result.WRONG),
        ({"public_url": "http://mbtq.example", "cookies_tls_only": True}, "cookies.lost", Result.WRONG),
        ({"profile": "production"}, "proxies.none", Result.LOOK),
        ({"trusted_proxies": "10.0.0.0/8"}, "proxies", Result.OK),
        ({"trusted_proxies": "10.0.0.0/8,0.0.0.0/0"}, "proxies.everybody", Result.WRONG),
        ({"trusted_proxies": "::/0"}, "proxies.everybody", Result.WRONG),
    ],
)
def test_ways_in_that_do_not_fit_together_are_found(
    settings: Settings, changed: dict[str, object], part: str, result: Result
) -> None:
    assert found(settings, **changed)[part] is result
