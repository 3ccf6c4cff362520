"""News that residents and associations propose: the city's own page type, offered through the plugin's forms."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from home.models import NewsPage
from volunteering.core.taxonomy import Theme
from volunteering.moderation.kinds import Answers, Kind, Typed, register_kind
from volunteering.moderation.submitting.steps import StepForm
from volunteering.moderation.submitting.text import plain, rich, summary_field, text_field, ticked_field, title_field


class NewsForm(StepForm):
    name = "quoi"
    heading = _("What is your news?")

    title = title_field(
        _("In a few words"), _("For example: The library of toys moves to rue du Port"), _("Write a title.")
    )
    summary = summary_field(_("In one or two sentences"), "", _("Say in one or two sentences what is new."))
    body = text_field(
        _("The whole story"),
        _("An empty line starts a paragraph."),
        required=True,
        rows=10,
        error_messages={"required": _("Tell the story in a few lines.")},
    )
    themes = ticked_field(_("Themes"), Theme)


class NewsKind(Kind):
    name = "actualite"
    label = _("News")
    invitation = _("Propose news")
    about = _("What residents should know: a new place, a success, a call. The editors may shorten it.")
    icon = "news"
    order = 50
    model = NewsPage
    steps = (NewsForm,)
    wanted = {"quoi": ("themes",)}

    def write(self, page: NewsPage, answers: Answers) -> None:
        what = answers["quoi"]
        page.title, page.summary, page.body = what["title"], what["summary"], rich(what["body"], page.body)
        page.themes = list(what["themes"])

    def typed_from(self, page: NewsPage, *, user: Any = None) -> Typed:
        what = {"title": [page.title], "summary": [page.summary], "body": [plain(page.body)]}
        return {"quoi": {**what, "themes": [str(theme.pk) for theme in page.themes.all()]}}

    def public_texts(self, page: NewsPage) -> list[str]:
        return [page.title, page.summary, plain(page.body)]


register_kind(NewsKind())
