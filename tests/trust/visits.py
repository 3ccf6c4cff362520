"""One walk through the whole table as one role, remembering what was answered and what tried to write."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.core import mail
from django.db import transaction
from django.http.response import ResponseHeaders
from django.test import Client
from django.urls import reverse

from tests.trust.answers import LOGIN, REFUSED, answer
from tests.trust.read_only import Wrote, select_only
from tests.trust.roles import Role
from tests.trust.table import Row
from tests.trust.world import World


@dataclass
class Walk:
    """`answers`, and those to a POST where looking was refused, by row; `writes`: what a look tried to change;
    `headers`: of what was shown, with its address.
    """

    answers: dict[Row, str] = field(default_factory=dict)
    attempts: dict[Row, str] = field(default_factory=dict)
    writes: list[str] = field(default_factory=list)
    headers: dict[str, ResponseHeaders] = field(default_factory=dict)


def address(row: Row, world: World) -> str:
    """Pages have their own address, other objects are parameters (an occurrence by its uid)."""
    about = [getattr(world, name, name) for name in row.about]
    if row.route == "wagtail_serve":
        return f"{about[0].url}{row.query}"
    values = [getattr(each, "uid", None) or getattr(each, "pk", each) for each in about]
    return f"{reverse(row.route, args=values)}{row.query}"


def walk(client: Client, rows: Iterable[Row], world: World) -> Walk:
    seen = Walk()
    for row in rows:
        where = address(row, world)
        if row.acts:
            seen.answers[row] = answer(client.post(where))
            continue
        seen.answers[row] = look(client, where, seen)
        if seen.answers[row] in (LOGIN, REFUSED):
            seen.attempts[row] = look(client, where, seen, method="post")
    return seen


def look(client: Client, where: str, seen: Walk, *, method: str = "get") -> str:
    """The answer; "wrote" when the request tried to change something."""
    sent = len(mail.outbox)
    try:
        # A savepoint of its own: a refused statement breaks the transaction around it.
        with transaction.atomic(), select_only() as written:
            response = getattr(client, method)(where)
    except Wrote as error:
        seen.writes.append(f"{method.upper()} {where}: {error}")
        return "wrote"
    seen.writes += [f"{method.upper()} {where}: {sql}" for sql in written]
    if response.status_code == 200:
        seen.headers[where] = response.headers
    if len(mail.outbox) > sent:
        seen.writes.append(f"{method.upper()} {where} sent a mail")
    return answer(response)


def differences(role: Role, seen: Walk) -> list[str]:
    """A line for each answer that the table does not expect."""
    wrong = [row for row, got in seen.answers.items() if got != row.expected(role)]
    return [f"{row}: {seen.answers[row]}, not {row.expected(role)}" for row in wrong]
