"""Sites on this machine that answer as they are told; every request is kept."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

Send = Callable[[bytes], None]
Answer = Callable[[str, Send], None]


class Site:
    """A server on a free port of 127.0.0.1."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        self.requests: list[str] = []
        self._closed = threading.Event()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def url(self, path: str = "/") -> str:
        """Return an address on the site."""
        return f"http://127.0.0.1:{self.port}{path}"

    def close(self) -> None:
        """Stop answering."""
        self._closed.set()
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self._thread.join(5)

    def wait(self, seconds: float) -> bool:
        """Wait, or return True at once when the site is closed."""
        return self._closed.wait(seconds)

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                connection, _ = self._socket.accept()
                with connection, suppress(OSError):
                    request = connection.recv(65536).decode("latin-1")
                    self.requests.append(request)
                    self._answer(
                        request.split(" ")[1] if " " in request else "", connection.sendall
                    )


@contextmanager
def site(answer: Answer) -> Iterator[Site]:
    """Run a site for a while."""
    running = Site(answer)
    try:
        yield running
    finally:
        running.close()


def reply(body: bytes = b"", status: str = "200 OK", **headers: str) -> bytes:
    """Return an answer; `content_type` and the like name its headers."""
    lines = [f"{key.replace('_', '-')}: {value}" for key, value in headers.items()]
    head = "\r\n".join([f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *lines, "", ""])
    return head.encode("latin-1") + body
