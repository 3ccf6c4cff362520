"""What one may ask a neighbour for: the city's own closed list."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from volunteering.core.icons import icon_choices
from volunteering.core.taxonomy import Term


class HelpKind(Term):
    """What is not in the list cannot be asked for."""

    icon = models.CharField(_("icon"), max_length=40, default="heart-handshake", choices=icon_choices)
    example = models.CharField(
        _("example"),
        max_length=120,
        blank=True,
        help_text=_("Shown beside it, like “A prescription at the chemist’s”."),
    )

    search_fields = [*Term.search_fields, index.FilterField("icon"), index.FilterField("example")]
    panels = [FieldPanel("name"), FieldPanel("slug"), FieldPanel("icon"), FieldPanel("example")]

    class Meta(Term.Meta):
        verbose_name = _("kind of a hand")
        verbose_name_plural = _("kinds of a hand")
