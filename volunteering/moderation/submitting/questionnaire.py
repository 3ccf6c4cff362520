"""All the forms of one submission, bound to what was typed so far."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise, cached_property

from volunteering.core.accounts import is_reached
from volunteering.core.charter import changed_since, has_to_accept
from volunteering.core.city import CitySettings
from volunteering.moderation.kinds import Answers, kind_of
from volunteering.moderation.models import Answer, Question, Submission
from volunteering.moderation.submitting.author_form import AuthorForm
from volunteering.moderation.submitting.extra_form import ExtraForm
from volunteering.moderation.submitting.picture_form import PictureForm
from volunteering.moderation.submitting.steps import StepForm, TypedStep

# Reached, and left empty.
NOTHING_TYPED: TypedStep = {"": [""]}


class Unfinished(Exception):
    """A step still lacks an answer; `step` is its name."""

    def __init__(self, step: str) -> None:
        super().__init__(step)
        self.step = step


@dataclass(frozen=True)
class Missing:
    """What would make the page better, or what it cannot do without."""

    step: str
    label: Promise | str
    is_required: bool


class Questionnaire:
    """`submission` may not be saved yet: the first step is answered before there is a row."""

    def __init__(self, submission: Submission) -> None:
        kind = kind_of(submission.kind)
        if kind is None:
            raise LookupError(f"No kind of submission is called {submission.kind!r}.")
        self.submission, self.kind = submission, kind

    @cached_property
    def city(self) -> CitySettings:
        return CitySettings.for_site(self.submission.site)

    @cached_property
    def questions(self) -> list[Question]:
        return list(Question.objects.asked_of(self.kind.name))

    @cached_property
    def extra_answers(self) -> dict[int, Answer]:
        rows = Answer.objects.filter(submission_id=self.submission.pk).defer("content")
        return {row.question_id: row for row in rows} if self.questions else {}

    @cached_property
    def steps(self) -> list[type[StepForm]]:
        ours: list[type[StepForm]] = [*self.kind.steps]
        ours += [PictureForm] if self.kind.has_picture else []
        ours += [ExtraForm] if self.questions else []
        return [*ours, AuthorForm]

    @property
    def names(self) -> list[str]:
        return [step.name for step in self.steps]

    @property
    def knows_address(self) -> bool:
        """Of the account that began it, or proven already: nothing is typed, and nothing is replaced unproven."""
        user = self.submission.user
        return self.submission.confirmed_at is not None or bool(user and is_reached(user))

    def step(self, name: str) -> type[StepForm] | None:
        return next((step for step in self.steps if step.name == name), None)

    def form(self, name: str, *, posted: TypedStep | None = None, files: Any = None, is_read: bool = False) -> StepForm:
        """`posted`: what was just sent; otherwise what was kept. `is_read`: bound in any case, to be checked."""
        step = self.step(name)
        if step is None:
            raise LookupError(name)
        typed = self.typed(name) if posted is None else posted
        if is_read or posted is not None:
            typed = typed or NOTHING_TYPED
        options = self.kind.form_options(site=self.submission.site, user=self.submission.user)
        return step(typed or None, **options, **self._options(step, files))

    def typed(self, name: str) -> TypedStep:
        if name == AuthorForm.name:
            return self._typed_author()
        if name == ExtraForm.name:
            texts = {row.question: row for row in self.extra_answers.values()}
            return {f"question_{row.question_id}": [row.text] for row in texts.values() if row.text}
        return self.submission.typed(name)

    def _typed_author(self) -> TypedStep:
        row = self.submission
        names = ("first_name", "last_name", "email", "message")
        return {name: [getattr(row, name)] for name in names if getattr(row, name)}

    def _options(self, step: type[StepForm], files: Any) -> dict[str, Any]:
        if issubclass(step, PictureForm):
            return {"known": self.submission.picture, "files": files}
        if issubclass(step, ExtraForm):
            return {"questions": self.questions, "known": self.extra_answers, "files": files}
        if issubclass(step, AuthorForm):
            row = self.submission
            return {
                "knows_address": self.knows_address,
                "asks_charter": has_to_accept(self.city, row.charter_version),
                "charter_since": changed_since(self.city, row.charter_version, row.charter_accepted_at),
            }
        return {}

    def forms(self) -> list[StepForm]:
        """Every step as it stands, checked."""
        return [self.form(name, is_read=True) for name in self.names]

    def answers(self) -> Answers:
        """Raises `Unfinished`."""
        told = {}
        for form in self.forms():
            if not form.is_valid():
                raise Unfinished(form.name)
            told[form.name] = form.cleaned_data
        return told

    def first_unfinished(self) -> str | None:
        return next((form.name for form in self.forms() if not form.is_valid()), None)

    def missing(self) -> list[Missing]:
        """What cannot be left out first, then what would be good to have."""
        return sorted(self._missing(), key=lambda each: not each.is_required)

    def _missing(self) -> Iterator[Missing]:
        for form in self.forms():
            if not form.is_valid():
                yield Missing(form.name, form.heading, is_required=True)
                continue
            for name in self.kind.wanted.get(form.name, ()):
                if not form.cleaned_data.get(name):
                    yield Missing(form.name, form.fields[name].label, is_required=False)
        if self.kind.has_picture and self.submission.picture_id is None:
            yield Missing(PictureForm.name, PictureForm.heading, is_required=False)

    def completeness(self) -> int:
        """In per cent, of the steps and of what would be good to have."""
        wished = sum(len(names) for names in self.kind.wanted.values()) + self.kind.has_picture
        total = len(self.steps) + wished
        return round(100 * (total - len(self.missing())) / total)
