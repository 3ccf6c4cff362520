"""One person's browser, behind a web server that speaks HTTPS with them. Keeps how long each answer took."""

import http.client
import re
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode, urlsplit

CSRF = "c" * 32
# As config.settings.production names them.
SESSION_COOKIE, CSRF_COOKIE = "__Host-session", "__Host-csrf"
SECONDS = 60
STAMP = re.compile(r'name="stamp"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="stamp"')


@dataclass(frozen=True)
class Hit:
    """`status` 0: nothing answered. `at`: time.monotonic() when it was asked."""

    kind: str
    at: float
    seconds: float
    status: int
    path: str = ""


@dataclass
class Hits:
    """Of all browsers together."""

    all: list[Hit] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def add(self, hit: Hit) -> None:
        with self.lock:
            self.all.append(hit)


@dataclass(frozen=True)
class Answer:
    status: int
    location: str
    text: str

    @property
    def stamp(self) -> str:
        found = STAMP.search(self.text)
        return next(filter(None, found.groups())) if found else ""


class Unanswered(Exception):
    """The server was not there, or went away."""


class Browser:
    """`session`: of somebody who is signed in. `number`: from which connection they come."""

    def __init__(self, port: int, hits: Hits, *, session: str = "", number: int = 1) -> None:
        self.port, self.hits, self.session = port, hits, session
        self.address = f"203.0.{number // 250 % 250}.{number % 250 + 1}"

    def get(self, kind: str, path: str) -> Answer:
        return self._ask(kind, "GET", path, None, {})

    def post(self, kind: str, path: str, fields: Mapping[str, object]) -> Answer:
        body = urlencode({**fields, "csrfmiddlewaretoken": CSRF}, doseq=True).encode()
        return self._ask(kind, "POST", path, body, {"Content-Type": "application/x-www-form-urlencoded"})

    def send(self, kind: str, path: str, fields: Mapping[str, str], file: tuple[str, bytes]) -> Answer:
        """A form with a file, as RFC 7578 says."""
        edge, (name, content) = "edge-of-a-part", file
        parts = [
            f'--{edge}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode()
            for key, value in {**fields, "csrfmiddlewaretoken": CSRF}.items()
        ]
        head = f'--{edge}\r\nContent-Disposition: form-data; name="{name}"; filename="photo.jpg"\r\n'
        parts.append(f"{head}Content-Type: image/jpeg\r\n\r\n".encode() + content + b"\r\n")
        body = b"".join([*parts, f"--{edge}--\r\n".encode()])
        return self._ask(kind, "POST", path, body, {"Content-Type": f"multipart/form-data; boundary={edge}"})

    def _ask(self, kind: str, method: str, path: str, body: bytes | None, headers: dict[str, str]) -> Answer:
        at, status = time.monotonic(), 0
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=SECONDS)
        try:
            connection.request(method, path, body=body, headers={**self._headers(), **headers})
            response = connection.getresponse()
            text, status = response.read().decode(errors="replace"), response.status
        except (OSError, http.client.HTTPException) as error:
            raise Unanswered(path) from error
        finally:
            connection.close()
            self.hits.add(Hit(kind, at, time.monotonic() - at, status, path))
        return Answer(status, urlsplit(response.getheader("Location", "")).path, text)

    def _headers(self) -> dict[str, str]:
        host = f"127.0.0.1:{self.port}"
        signed_in = f"{SESSION_COOKIE}={self.session}; {CSRF_COOKIE}={CSRF}"
        cookies = {"Cookie": signed_in} if self.session else {}
        forwarded = {"X-Forwarded-Proto": "https", "X-Forwarded-For": self.address}
        return {"Host": host, "Origin": f"https://{host}", **forwarded, **cookies}
