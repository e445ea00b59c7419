"""What the tests of jobs share: who enqueues, how fast workers look around, and what jobs have written down."""

from services.jobs.worker import Pace
from services.visitor import System

DESK = System("trial")
QUICK = Pace(look_for_work=0.05, heartbeat=0.1, given_up_after=1, after_trouble=0.1, to_finish=0.5)
done: list[str] = []
