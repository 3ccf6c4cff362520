"""A request goes at the end of its term; or a person goes earlier, at their wish."""

from django.db import transaction

from volunteering.help_requests.actions.ending import withdraw
from volunteering.help_requests.actions.moving import lock
from volunteering.help_requests.actions.offering import take_back
from volunteering.help_requests.models import ASKER, VOLUNTEER, HelpRequest, Offer
from volunteering.help_requests.states import Actor
from volunteering.relay import actions as relay
from volunteering.relay.models import Conversation, Message

BLANK = {
    **dict.fromkeys(("first_name", "last_name", "email", "phone", "address", "words", "need", "reason_words"), ""),
    "shares_phone": False,
    "entered_by": None,
}


@transaction.atomic
def forget(*, request: HelpRequest) -> None:
    """With its offers and their conversations, for both sides."""
    conversations = list(request.offers.values_list("conversation", flat=True))
    HelpRequest.objects.filter(pk=request.pk).delete()
    Conversation.objects.filter(pk__in=conversations).delete()


@transaction.atomic
def part_with(*, request: HelpRequest) -> None:
    """Whoever asked goes. What a volunteer wrote stays readable for them until its term, as with somebody who has
    left; where nobody wrote anything, nothing stays.
    """
    locked = lock(request)
    if locked.is_alive:
        locked = withdraw(request=locked, by=Actor.ASKER)
    written = Message.objects.filter(conversation__help_offer__request=locked).exclude(author=None)
    if not written.exists():
        forget(request=locked)
        return
    known = (locked.full_name, locked.first_name, locked.last_name, locked.email, locked.phone, locked.address)
    for offer in locked.offers.select_related("conversation"):
        relay.leave(conversation=offer.conversation, role=ASKER, words=known)
    HelpRequest.objects.filter(pk=locked.pk).update(**BLANK)


@transaction.atomic
def part_with_offer(*, offer: Offer) -> None:
    """The volunteer goes, and whoever expected them is told in time."""
    lock(offer.request)
    current = Offer.objects.select_related("volunteer", "conversation", "request").get(pk=offer.pk)
    person = current.volunteer
    if person is None:
        return
    if current.is_standing:
        current = take_back(offer=current, by=Actor.VOLUNTEER)
    if not current.conversation.messages.exclude(author=None).exists():
        conversation = current.conversation
        current.delete()
        conversation.delete()
        return
    known = (person.full_name, person.first_name, person.last_name, person.email, person.phone)
    relay.leave(conversation=current.conversation, role=VOLUNTEER, words=known)
    Offer.objects.filter(pk=current.pk).update(volunteer=None)
