"""The admin's screens: all kinds of mail, the words of one in one language with their preview, the way back."""

from functools import partial
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Site

from volunteering.core.outbox.composing import compose_example
from volunteering.core.outbox.letters import Letter, registered_letters
from volunteering.core.outbox.words.actions import reset, reword
from volunteering.core.outbox.words.forms import WordsForm
from volunteering.core.outbox.words.history import PERMISSION
from volunteering.core.outbox.words.languages import languages
from volunteering.core.outbox.words.models import MailWords

INDEX, WORDS, RESET = (f"volunteering_desk:{name}" for name in ("mails", "mail_words", "reset_mail_words"))


class Screen(WagtailAdminTemplateMixin):
    header_icon = "mail"
    request: HttpRequest

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.has_perm(PERMISSION):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class Mails(Screen, TemplateView):
    """GET mails/: every kind of mail that begins with words, and whose they are in each language."""

    template_name = "volunteering/outbox/mails.html"
    page_title = gettext_lazy("Words of the mails")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        own = set(MailWords.objects.values_list("letter", "language"))
        groups = [
            {"heading": heading, "mails": [self.mail(letter, own) for letter in letters if letter.opening]}
            for heading, letters in registered_letters()
        ]
        return super().get_context_data(groups=groups, languages=languages(), **kwargs)

    def mail(self, letter: type[Letter], own: set[tuple[str, str]]) -> dict[str, Any]:
        path = letter.path()
        texts = [
            {"language": name, "url": reverse(WORDS, args=[path, code]), "is_own": (path, code) in own}
            for code, name in languages().items()
        ]
        return {"label": letter.label, "texts": texts}


class OfOneMail(Screen):
    """<dotted path of the letter>/<language>/"""

    @cached_property
    def letter(self) -> type[Letter]:
        for _heading, letters in registered_letters():
            for letter in letters:
                if letter.path() == self.kwargs["letter"] and letter.opening:
                    return letter
        raise Http404

    @cached_property
    def language(self) -> str:
        if self.kwargs["language"] not in languages():
            raise Http404
        return self.kwargs["language"]

    @cached_property
    def own(self) -> MailWords | None:
        return MailWords.objects.filter(letter=self.letter.path(), language=self.language).first()

    def get_page_title(self) -> str:
        return _("%(mail)s, in %(language)s") % {"mail": self.letter.label, "language": languages()[self.language]}

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        trail = {"url": reverse(INDEX), "label": Mails.page_title}
        return [*self.breadcrumbs_items, trail, {"url": "", "label": self.get_page_title()}]

    def get_success_url(self) -> str:
        return reverse(WORDS, args=[self.letter.path(), self.language])


class EditWords(OfOneMail, FormView):
    """GET shows the words and the mail; POST saves them, or with `preview` only shows the mail with them."""

    template_name = "volunteering/outbox/words.html"

    def get_form(self, form_class: Any = None) -> WordsForm:
        form = partial(WordsForm, letter=self.letter, language=self.language, own=self.own)
        return form(**self.get_form_kwargs())

    def form_valid(self, form: WordsForm) -> HttpResponse:
        words = form.words()
        if "preview" in self.request.POST:
            return self.render_to_response(self.get_context_data(form=form, words=words, is_unsaved=True))
        texts = {"opening": words.opening, "closing": words.closing}
        reword(letter=self.letter, language=self.language, **texts, by=self.request.user)
        messages.success(self.request, _("Saved: the next mail of this kind says it."))
        return redirect(self.get_success_url())

    def form_invalid(self, form: WordsForm) -> HttpResponse:
        messages.error(self.request, _("Nothing was saved yet: see what is to be corrected below."))
        return super().form_invalid(form)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = {"is_unsaved": False, "words": self.own, **super().get_context_data(**kwargs)}
        words = context["words"] or MailWords(letter=self.letter.path(), language=self.language)
        message = compose_example(self.letter(), words, site=Site.find_for_request(self.request))
        return context | {
            "own": self.own,
            "reset_url": reverse(RESET, args=[words.letter, self.language]),
            "subject": message.subject,
            "text": message.body,
            "html": message.alternatives[0][0],
        }


class ResetWords(OfOneMail, TemplateView):
    """GET asks, POST takes the delivered words again."""

    template_name = "volunteering/outbox/reset.html"
    http_method_names = ["get", "head", "post", "options"]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        back = {"back_url": self.get_success_url(), "own": self.own}
        form = WordsForm(letter=self.letter, language=self.language, own=self.own)
        parts = [
            {"label": field.label, "own": field.initial, "delivered": form.delivered(part)}
            for part, field in form.fields.items()
            if getattr(self.own, part, "")
        ]
        return super().get_context_data(parts=parts, **back, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        reset(letter=self.letter, language=self.language, by=request.user)
        messages.success(request, _("This mail has the delivered words again."))
        return redirect(self.get_success_url())
