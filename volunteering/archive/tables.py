"""Which tables go into the archive. `contents` says it of ours, Wagtail's and Django's; a site of its own in `ready()`:

    register(content=["blog.BlogPage"], people=["forum.Post"], left_out={"shop.Cart": _("Over in an hour.")})

What nobody spoke of is taken, as nothing of a city may be lost; but not `--without-people`: it may name somebody.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.utils.functional import Promise

from volunteering.privacy.registry import processings

# Other numbers everywhere: rows name them in words.
NAMED = (ContentType, Permission)


@dataclass(frozen=True, kw_only=True)
class Rules:
    """What is special about a table. `withheld`: fields that never leave; `emptied`: fields that leave with this value;
    `rows`: which of them leave; `without_people`: fields emptied in an archive without people.
    """

    withheld: Collection[str] = ()
    emptied: Mapping[str, Any] = field(default_factory=dict)
    rows: Q = field(default_factory=Q)
    without_people: Mapping[str, Any] = field(default_factory=dict)


_content: set[str] = set()
_people: set[str] = set()
_left_out: dict[str, Promise] = {}
_rules: dict[str, Rules] = {}


def register(
    *,
    content: Collection[str] = (),
    people: Collection[str] = (),
    left_out: Mapping[str, Promise] | None = None,
    rules: Mapping[str, Rules] | None = None,
) -> None:
    """Models as "app.Model"; those of apps that are not installed say nothing."""
    _content.update(label.lower() for label in content)
    _people.update(label.lower() for label in people)
    _left_out.update({label.lower(): why for label, why in (left_out or {}).items()})
    _rules.update({label.lower(): rule for label, rule in (rules or {}).items()})


def label(model: type[models.Model]) -> str:
    return model._meta.label_lower


def rules_of(model: type[models.Model]) -> Rules:
    return _rules.get(label(model), Rules())


def left_out() -> dict[str, Promise]:
    return dict(_left_out)


def unspoken() -> list[str]:
    """Tables of which nobody said what becomes of them. Those between two others follow them."""
    spoken = _content | _people | _left_out.keys() | _of_people()
    return [label(model) for model in _stored() if not model._meta.auto_created and label(model) not in spoken]


def exported(*, without_people: bool = False) -> list[type[models.Model]]:
    """In the order of the apps."""
    gone = set(_left_out)
    if without_people:
        gone |= _people | _of_people() | set(unspoken())
    gone = _leaning_on(gone)
    return [model for model in _stored() if label(model) not in gone]


def links(model: type[models.Model]) -> Iterator[models.ForeignKey]:
    """To other tables that may be in the archive."""
    for each in model._meta.local_concrete_fields:
        if each.is_relation and each.related_model not in NAMED:
            yield each


def _of_people() -> set[str]:
    return {label(model) for part in processings() for model in part.MODELS}


def _stored() -> list[type[models.Model]]:
    every = apps.get_models(include_auto_created=True)
    return [model for model in every if model._meta.managed and not model._meta.proxy]


def _leaning_on(gone: set[str]) -> set[str]:
    """With the tables whose rows cannot be without one of those."""
    needs = {
        label(model): {label(link.related_model) for link in links(model) if not link.null and link.db_constraint}
        for model in _stored()
    }
    gone, before = set(gone), None
    while before != len(gone):
        before = len(gone)
        gone |= {name for name, needed in needs.items() if needed & gone}
    return gone
