"""What the process that looks into a file may use (setrlimit(2)); the system ends it when it wants more."""

import resource

MEMORY_BYTES = 1_500_000_000
CPU_SECONDS = 60
_OPEN_FILES = 16
_LIMITS = {
    resource.RLIMIT_AS: MEMORY_BYTES,
    resource.RLIMIT_CPU: CPU_SECONDS,
    resource.RLIMIT_FSIZE: 0,
    resource.RLIMIT_CORE: 0,
    resource.RLIMIT_NOFILE: _OPEN_FILES,
    resource.RLIMIT_NPROC: 0,  # it begins no other process; root is not held by this one
}


def confine() -> None:
    """Take these limits for good. To call when everything is imported, and before a byte is read."""
    for what, most in _LIMITS.items():
        _, hardest = resource.getrlimit(what)
        wanted = most if hardest == resource.RLIM_INFINITY else min(most, hardest)
        resource.setrlimit(what, (wanted, wanted))
