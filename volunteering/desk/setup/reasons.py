"""What the office often has to write, to begin with."""

from collections.abc import Iterator

from volunteering.desk.setup.report import Line
from volunteering.desk.setup.wording import wording
from volunteering.moderation.models import ReasonTemplate


def set_up_reasons() -> list[Line]:
    """Once: a city that has words of its own, or removed ours, keeps its list."""
    return [] if ReasonTemplate.objects.exists() else list(_create())


def _create() -> Iterator[Line]:
    for decision, reasons in wording()["reasons"].items():
        for order, (name, words) in enumerate(reasons.values()):
            reason = ReasonTemplate.objects.create(decision=decision, name=name, words=words, sort_order=order)
            yield Line(str(ReasonTemplate._meta.verbose_name), reason.name, reason, is_new=True)
