"""A mail server that delivers nothing. Enough of SMTP (RFC 5321) for Django's own backend.

It takes every letter, unless told how to answer: postman(RCPT="550 no such user"); `seconds` is how long it takes.
"""

import contextlib
import socketserver
import threading
import time
from collections.abc import Iterator

ANSWERS = {b"DATA": b"354 go on", b"QUIT": b"221 bye"}


class Conversation(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        self.say(b"220 hello")
        while command := self.rfile.readline()[:4].upper():
            self.say(self.server.answers.get(command, b"250 ok"))
            if command == b"DATA" and self.server.answers[command].startswith(b"354"):
                if (letter := self.read_letter()) is None:
                    return
                self.server.letters.append(letter)
                self.say(b"250 taken")
            if command == b"QUIT":
                return

    def read_letter(self) -> str | None:
        """None when the sender is gone before its end."""
        lines = []
        while (line := self.rfile.readline()) != b".\r\n":
            if not line:
                return None
            lines.append(line)
        time.sleep(self.server.seconds)
        return b"".join(lines).decode()

    def say(self, line: bytes) -> None:
        self.wfile.write(line + b"\r\n")


class Postman(socketserver.ThreadingTCPServer):
    daemon_threads = True

    def __init__(self, seconds: float = 0, **answers: str) -> None:
        super().__init__(("127.0.0.1", 0), Conversation)
        self.answers = ANSWERS | {command.encode(): answer.encode() for command, answer in answers.items()}
        self.seconds = seconds
        self.letters: list[str] = []

    @property
    def address(self) -> str:
        return f"smtp://127.0.0.1:{self.server_address[1]}"


@contextlib.contextmanager
def postman(seconds: float = 0, **answers: str) -> Iterator[Postman]:
    with Postman(seconds, **answers) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()
