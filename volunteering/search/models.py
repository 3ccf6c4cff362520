"""The index: which word stands on which page, and how words are spelled.

Plain tables with plain indexes, so that SQLite and PostgreSQL answer alike, without an extension of the database. Only
pages that everyone may read are in it: the spelling it proposes comes from them. It is made from the pages and can be
made again from them (`setup_search`).
"""

from enum import IntEnum

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from volunteering.search import words


class Weight(IntEnum):
    """Where on its page a word stands."""

    BODY = 1
    KEYWORD = 2
    TITLE = 3


class SearchEntry(models.Model):
    """A page that is in the index. The fingerprint is of its words and of our way to read them."""

    page = models.OneToOneField(Page, primary_key=True, on_delete=models.CASCADE, related_name="+")
    fingerprint = models.CharField(max_length=32)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("page in the search")
        verbose_name_plural = _("pages in the search")

    def __str__(self) -> str:
        return str(self.page_id)


class SearchStem(models.Model):
    """A word without plural and feminine: what is looked for."""

    text = models.CharField(max_length=words.LONGEST, unique=True)
    pages = models.PositiveIntegerField(default=0, help_text="How many hold it, when setup_search last counted.")

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("stem")
        verbose_name_plural = _("stems")

    def __str__(self) -> str:
        return self.text


class SearchWord(models.Model):
    """A word as pages write it: without accents to compare, with them to show."""

    form = models.CharField(max_length=words.LONGEST, unique=True)
    label = models.CharField(max_length=words.LONGEST)
    stem = models.ForeignKey(SearchStem, on_delete=models.CASCADE, related_name="words")

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("word")
        verbose_name_plural = _("words")

    def __str__(self) -> str:
        return self.label


class SearchSpelling(models.Model):
    """One way to misspell a word, as a number (`spelling.keys`)."""

    key = models.IntegerField()
    word = models.ForeignKey(SearchWord, on_delete=models.CASCADE, related_name="spellings")

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("spelling")
        verbose_name_plural = _("spellings")
        constraints = [models.UniqueConstraint(fields=["key", "word"], name="search_spelling_unique")]

    def __str__(self) -> str:
        return f"{self.key}"


class SearchPosting(models.Model):
    """A stem stands on a page. Hundreds per page: no constraint leads to the small tables, whose rows it would lock."""

    pk = models.CompositePrimaryKey("page_id", "stem_id")
    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="search_postings", db_index=False)
    stem = models.ForeignKey(
        SearchStem, on_delete=models.CASCADE, related_name="postings", db_index=False, db_constraint=False
    )
    kind = models.ForeignKey(
        ContentType, on_delete=models.CASCADE, related_name="+", db_index=False, db_constraint=False
    )
    weight = models.PositiveSmallIntegerField()  # a Weight

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("word on a page")
        verbose_name_plural = _("words on pages")
        # The pages of one kind that hold a word, those with it in their title first: read in this order, cut anywhere.
        indexes = [models.Index(fields=["stem", "kind", "-weight", "-page"], name="search_posting_order")]

    def __str__(self) -> str:
        return f"{self.stem_id} {self.page_id}"
