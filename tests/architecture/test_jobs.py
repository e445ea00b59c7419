"""A job that no worker knows would wait for ever."""

from importlib import import_module
from pkgutil import walk_packages

from services import jobs
from services.jobs.worker import EVERY_JOB


def jobs_in_their_files() -> list[jobs.Job[...]]:
    modules = [import_module(module.name) for module in walk_packages(jobs.__path__, "services.jobs.")]
    found = [value for module in modules for value in vars(module).values() if isinstance(value, jobs.Job)]
    return list({id(job): job for job in found}.values())


def test_the_worker_knows_every_job() -> None:
    found = jobs_in_their_files()
    assert found
    assert {job.name for job in found} == {job.name for job in EVERY_JOB}


def test_no_two_jobs_have_one_name() -> None:
    assert len({job.name for job in EVERY_JOB}) == len(EVERY_JOB)
