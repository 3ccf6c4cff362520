"""A mail server that delivers nothing. Enough of SMTP (RFC 5321) for Django's own backend.

It takes every letter, unless told how to answer: postman(RCPT="550 no such user").
"""

import contextlib
import socketserver
import threading
from collections.abc import Iterator

ANSWERS = {b"DATA": b"354 go on", b"QUIT": b"221 bye"}


class Conversation(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        self.say(b"220 hello")
        while command := self.rfile.readline()[:4].upper():
            self.say(self.server.answers.get(command, b"250 ok"))
            if command == b"DATA" and self.server.answers[command].startswith(b"354"):
                self.server.letters.append(b"".join(iter(self.rfile.readline, b".\r\n")).decode())
                self.say(b"250 taken")
            if command == b"QUIT":
                return

    def say(self, line: bytes) -> None:
        self.wfile.write(line + b"\r\n")


class Postman(socketserver.ThreadingTCPServer):
    daemon_threads = True

    def __init__(self, **answers: str) -> None:
        super().__init__(("127.0.0.1", 0), Conversation)
        self.answers = ANSWERS | {command.encode(): answer.encode() for command, answer in answers.items()}
        self.letters: list[str] = []

    @property
    def address(self) -> str:
        return f"smtp://127.0.0.1:{self.server_address[1]}"


@contextlib.contextmanager
def postman(**answers: str) -> Iterator[Postman]:
    with Postman(**answers) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()
