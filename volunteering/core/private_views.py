"""Pages about one person: reached by a link of a mail, or asking for an address. No cache keeps them."""

from typing import Any, ClassVar

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt
from django.views.generic import FormView, View
from wagtail.models import Site

from volunteering.core.antispam.forms import GuardedForm
from volunteering.core.antispam.stamps import BadStamp
from volunteering.core.links import BrokenLink, SignedLink

TOO_OFTEN = _(
    "We have written to this address several times already. Look among the unwanted messages too, or try again later."
)


class NotForSearchEngines(View):
    """Kept by no cache, listed by no search engine."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = super().dispatch(request, *args, **kwargs)
        response["X-Robots-Tag"] = "noindex"
        add_never_cache_headers(response)
        return response


class WithSite:
    """The site that is being visited."""

    request: HttpRequest

    @cached_property
    def site(self) -> Site:
        site = Site.find_for_request(self.request)
        if site is None:
            raise Http404
        return site


# Acts on no session: what it does is confirmed from a mailbox. So the pages that hold the form are the same for all.
@method_decorator(csrf_exempt, name="dispatch")
class AskByMail(NotForSearchEngines, WithSite, FormView):
    """A form with an address in it. Without a stamp it is shown once more, with what was typed."""

    form_class: type[GuardedForm]
    # What is said to whoever has asked too often.
    too_often: ClassVar[Any] = TOO_OFTEN

    def form_valid(self, form: GuardedForm) -> HttpResponse:
        if form.is_unstamped:
            return self.render_to_response(self.get_context_data(form=form))
        if not self.may_ask(form.cleaned_data["email"]):
            form.add_error(None, self.too_often)
            return self.render_to_response(self.get_context_data(form=form), status=429)
        try:
            return self.act(form)
        except BadStamp as problem:
            form.refuse_stamp(problem)
            return self.form_invalid(form)

    def may_ask(self, address: str) -> bool:
        """Counts this request."""
        raise NotImplementedError

    def act(self, form: GuardedForm) -> HttpResponse:
        """Raises `Replayed`."""
        raise NotImplementedError


class BehindLink(NotForSearchEngines):
    """A page reached by a signed link. One that holds no more leads to `over_template`, where one asks for another."""

    link: ClassVar[SignedLink]
    over_template: ClassVar[str]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return super().dispatch(request, *args, **kwargs)
        except BrokenLink:
            return render(request, self.over_template, status=404)
