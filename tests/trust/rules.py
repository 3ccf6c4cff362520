"""How a row of the table of addresses is written: the words are those of `answers.answer`, one for each role."""

from dataclasses import dataclass

from tests.trust.roles import Role

Answers = tuple[str, ...]
# Those who get what any resident gets, where a row does not say that the thing is theirs.
AS_RESIDENTS = (Role.OWNER, Role.OTHER_ASSOCIATION)
COLUMNS = tuple(role for role in Role if role not in AS_RESIDENTS)


def rule(words: str) -> Answers:
    """One word per column."""
    answers = tuple(words.split())
    if len(answers) != len(COLUMNS):
        raise ValueError(f"{len(COLUMNS)} roles, {len(answers)} answers: {words}")
    return answers


def expected(answers: Answers, role: Role) -> str:
    return answers[COLUMNS.index(Role.RESIDENT if role in AS_RESIDENTS else role)]


# fmt: off
#              visitor  resident association agent    reader   editor   moderator superuser
EVERYONE = rule("200    200      200         200      200      200      200       200")
NOBODY   = rule("404    404      404         404      404      404      404       404")
ELSEWHERE = rule("moved moved    moved       moved    moved    moved    moved     moved")
SIGNED   = rule("login  200      200         200      200      200      200       200")
# Everyone who may enter the admin.
DESK     = rule("login  login    login       200      200      200      200       200")
DESK_ACT = rule("login  login    login       moved    moved    moved    moved     moved")
DESK_405 = rule("login  login    login       405      405      405      405       405")
# The reception desk writes drafts; the two offices publish.
WRITERS  = rule("login  login    login       200      refused  200      200       200")
TO_WRITE = rule("login  login    login       moved    200      moved    moved     moved")
OFFICES  = rule("login  login    login       refused  refused  200      200       200")
OFFICE_ACT = rule("login  login    login     refused  refused  moved    moved     moved")
OFFICES_TOO_LATE = rule("login login login refused refused refused refused refused")
OFFICE_405 = rule("login  login    login     refused  refused  405      405       405")
# Sign-ups: the reception desk and the two offices answer them.
ANSWERING = rule("login login    login       200      refused  200      200       200")
ANSWER_ACT = rule("login login   login       moved    refused  moved    moved     moved")
# Volunteers, what they can do and how to reach them: the reception desk, who has them on the telephone.
HELPLINE = rule("login  login    login       200      refused  refused  refused   200")
# The communication office alone keeps the rest of the site.
EDITORS  = rule("login  login    login       refused  refused  200      refused   200")
ACT_OF_EDITORS = rule("login login login    refused  refused  moved    refused   moved")
# An address of the communication office that stands for nothing.
NOT_THERE = rule("login login    login       refused  refused  404      refused   404")
SUPER    = rule("login  login    login       refused  refused  refused  refused   200")
SUPER_ACT = rule("login  login    login      refused  refused  refused  refused   moved")
SUPER_REFUSED = rule("login login login      refused  refused  refused  refused   refused")
# What is somebody else's does not exist.
NOT_THEIRS = rule("login 404    404         404      404      404      404       404")
# fmt: on


@dataclass(frozen=True)
class Row:
    """`owner`, `other`: what `Role.OWNER` and `Role.OTHER_ASSOCIATION` get, where it is not what any resident gets."""

    route: str
    answers: Answers
    about: tuple[str, ...] = ()
    query: str = ""
    acts: bool = False
    owner: str = ""
    other: str = ""

    def expected(self, role: Role) -> str:
        theirs = {Role.OWNER: self.owner, Role.OTHER_ASSOCIATION: self.other}.get(role)
        return theirs or expected(self.answers, role)

    def __str__(self) -> str:
        return f"{self.route} {' '.join(self.about)}{self.query}"
