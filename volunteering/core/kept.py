"""Pieces of public pages kept until something changes (`freshness`): cards and counts that the next page of a list,
another filter or somebody signed in asks for again.

They hold what everyone may read and nothing else. Kept in the same cache and as long as whole pages (`page_cache`).
"""

import zlib
from collections.abc import Callable, Hashable, Iterable, Sequence
from hashlib import blake2b
from typing import Any

from django.core.cache import BaseCache, caches
from django.db.models import prefetch_related_objects
from django.http import HttpRequest
from django.template.loader import get_template
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from volunteering.conf import conf
from volunteering.core.freshness import version

# A page of 60 KB takes a fifth of the memory, for a third of a millisecond.
FAST = 1


def pack(content: bytes) -> bytes:
    return zlib.compress(content, FAST)


def unpack(packed: bytes) -> bytes:
    return zlib.decompress(packed)


class Shelf:
    """Where the pieces of one answer stand: those of other content, days, hosts and languages are others."""

    def __init__(self, request: HttpRequest) -> None:
        self.is_open = conf.PAGE_CACHE_SECONDS > 0
        if self.is_open:
            now = (version(), timezone.localdate(), request.scheme, request.get_host(), get_language())
            self.base = "|".join(map(str, now))

    @property
    def cache(self) -> BaseCache:
        return caches[conf.PAGE_CACHE]

    def key(self, *parts: Hashable) -> str:
        text = f"{self.base}|{parts!r}"
        return f"volunteering:kept:{blake2b(text.encode('utf-8', 'surrogatepass'), digest_size=16).hexdigest()}"

    def one(self, *parts: Hashable, make: Callable[[], Any]) -> Any:
        """What `make` gives, made once. `parts` say what it depends on."""
        if not self.is_open:
            return make()
        return self.cache.get_or_set(self.key(*parts), make, conf.PAGE_CACHE_SECONDS)

    def text(self, *parts: Hashable, make: Callable[[], str]) -> str:
        """The same for a long text, which is packed."""
        if not self.is_open:
            return make()
        return unpack(self.one(*parts, make=lambda: pack(make().encode()))).decode()

    def html(self, *parts: Hashable, make: Callable[[], SafeString]) -> SafeString:
        return mark_safe(self.text(*parts, make=make))  # noqa: S308 — it was safe when it was made

    def many(self, parts: Sequence[tuple[Hashable, ...]], make: Callable[[list[int]], list[Any]]) -> list[Any]:
        """One thing for each of `parts`, in order. `make` gets the places of those that are not kept yet."""
        if not self.is_open:
            return make(list(range(len(parts))))
        keys = [self.key(*each) for each in parts]
        found = self.cache.get_many(keys)
        missing = [number for number, key in enumerate(keys) if key not in found]
        if missing:
            made = {keys[number]: value for number, value in zip(missing, make(missing), strict=True)}
            self.cache.set_many(made, conf.PAGE_CACHE_SECONDS)
            found |= made
        return [found[key] for key in keys]


def put_cards(
    items: Iterable[Any],
    shelf: Shelf,
    request: HttpRequest,
    *,
    template: str,
    name: str,
    needs: Sequence[str] = (),
    soon: Sequence[Any] = (),
    **said: Any,
) -> None:
    """Give each item its card, `item.card`: the template with the item as `name`, `request` and what else is `said`.

    `needs` are the relations the template reads: fetched for the cards that must be made, and in the same queries for
    the items in `soon`, whose cards come next.
    """
    items = list(items)

    def make(missing: list[int]) -> list[SafeString]:
        wanted = [items[number] for number in missing]
        prefetch_related_objects([*wanted, *soon], *needs)
        compiled = get_template(template)
        return [compiled.render({name: item, "request": request, **said}) for item in wanted]

    parts = [(template, item.pk, *sorted(said.items())) for item in items]
    for item, card in zip(items, shelf.many(parts, make), strict=True):
        item.card = card
