"""The conversation of one offer, as each of its sides reads it."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from volunteering.core.private_views import BehindLink
from volunteering.help_requests import actions
from volunteering.help_requests.following import OwnRequests
from volunteering.help_requests.links import FOLLOW, row_behind
from volunteering.help_requests.models import ASKER, HelpRequest, Offer
from volunteering.help_requests.models.offer import OfferQuerySet
from volunteering.help_requests.views import LINK_OVER
from volunteering.relay import actions as relay
from volunteering.relay.forms import MessageForm
from volunteering.relay.models import Party

# The newest; nobody reads further back in one go.
MOST_SHOWN = 200


class Thread(TemplateView):
    """GET the conversation; POST one of its forms, told apart by `do`. What is typed wrong is shown again."""

    template_name = "volunteering/help_requests/thread.html"
    role: str

    def get_offers(self) -> OfferQuerySet:
        raise NotImplementedError

    @property
    def back_url(self) -> str:
        raise NotImplementedError

    @cached_property
    def offer(self) -> Offer:
        rows = self.get_offers().told_whole().select_related("conversation")
        return get_object_or_404(rows.prefetch_related("conversation__parties"), pk=self.kwargs["pk"])

    @cached_property
    def parties(self) -> dict[str, Party]:
        return {party.role: party for party in self.offer.conversation.parties.all()}

    @property
    def may_write(self) -> bool:
        """Between two mailboxes: who asked by telephone is called instead."""
        return bool(self.offer.request.email and self.offer.volunteer_id)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        newest = self.offer.conversation.messages.select_related("author").order_by("-pk")[:MOST_SHOWN]
        context = {
            "offer": self.offer,
            "asked": self.offer.request,
            "lines": list(reversed(newest)),
            "role": self.role,
            "other_name": self.other_name,
            "may_write": self.may_write,
            "is_blocked": any(party.blocked_at for party in self.parties.values()),
            "blocked_myself": bool(self.parties[self.role].blocked_at),
            "message_form": MessageForm(),
            "back_url": self.back_url,
        }
        return super().get_context_data(**{**context, **kwargs})

    @property
    def other_name(self) -> str:
        """The volunteer never reads a name: whoever asked says who they are, if they like."""
        return self.offer.shown_name if self.role == ASKER else _("Whoever needs a hand")

    def doing(self) -> dict[str, Callable[[], HttpResponse | None]]:
        return {"write": self.write, "block": self.block, "unblock": self.unblock}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        act = self.doing().get(request.POST.get("do", ""))
        if act is None:
            raise Http404
        return act() or redirect(request.path)

    def write(self) -> HttpResponse | None:
        if not self.may_write:
            raise Http404
        form = MessageForm(self.request.POST)
        if not form.is_valid() or form.warns:
            return self.show_again(form)
        try:
            actions.send_message(offer=self.offer, role=self.role, text=form.cleaned_data["text"])
        except relay.Blocked:
            form.add_error("text", _("This conversation is closed: nothing more can be written here."))
        except relay.TooManyMessages:
            form.add_error("text", _("That was a lot of messages in an hour. Wait a little, then send it again."))
        else:
            messages.success(self.request, _("Your message has been sent."))
            return None
        return self.show_again(form)

    def show_again(self, form: Form) -> HttpResponse:
        return self.render_to_response(self.get_context_data(message_form=form, form=form))

    def block(self) -> None:
        relay.block(conversation=self.offer.conversation, role=self.role)

    def unblock(self) -> None:
        relay.unblock(conversation=self.offer.conversation, role=self.role)


class AskerThreadByLink(Thread, BehindLink):
    """GET/POST /engagement/coups-de-main/suivi/<token>/messages/<pk>/"""

    link, over_template, role = FOLLOW, LINK_OVER, ASKER

    def get_offers(self) -> OfferQuerySet:
        rows = HelpRequest.objects.known().exclude(email="")
        return Offer.objects.filter(request=row_behind(self.link, self.kwargs["token"], rows))

    @property
    def back_url(self) -> str:
        return reverse("volunteering:follow_help_request", args=[self.kwargs["token"]])


class AskerThreadInAccount(OwnRequests, Thread):
    """GET/POST /engagement/coups-de-main/mes-demandes/<request_pk>/messages/<pk>/"""

    role = ASKER

    def get_offers(self) -> OfferQuerySet:
        return Offer.objects.filter(request__in=self.get_requests().filter(pk=self.kwargs["request_pk"]))

    @property
    def back_url(self) -> str:
        return reverse("volunteering:my_help_request", args=[self.kwargs["request_pk"]])
