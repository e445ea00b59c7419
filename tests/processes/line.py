"""A line to a server, which a test can cut: then nobody answers there, or nothing passes and nothing breaks off."""

import socket
import threading
from contextlib import suppress


class Line:
    """Passes on what is said at `port`, to a port or a socket of this machine."""

    def __init__(self, there: tuple[str, int] | str) -> None:
        self._there = there
        self._open: list[socket.socket] = []
        self._passes = threading.Event()
        self._passes.set()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        threading.Thread(target=self._accept, daemon=True).start()

    def hang(self) -> None:
        """From now on nothing passes, and nobody is told."""
        self._passes.clear()

    def cut(self) -> None:
        """From now on nobody is here."""
        for end in (self._listener, *self._open):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                here, _ = self._listener.accept()
                self._passes.wait()
                there = socket.socket(socket.AF_UNIX if isinstance(self._there, str) else socket.AF_INET)
                there.connect(self._there)
                self._open += [here, there]
                for ends in ((here, there), (there, here)):
                    threading.Thread(target=self._pass_on, args=ends, daemon=True).start()

    def _pass_on(self, come: socket.socket, go: socket.socket) -> None:
        with suppress(OSError):
            while told := come.recv(65_536):
                self._passes.wait()
                go.sendall(told)
        for end in (come, go):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
