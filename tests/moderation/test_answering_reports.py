"""The office answers reports within a day: one line per page, one decision for all, both sides told."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from wagtail.models import PageLogEntry

from tests.admin import AGENT, EDITOR, READER, errors, sign_in, text
from tests.factories import AssociationFactory, EventFactory, MissionFactory, NewsFactory
from tests.mailbox import collect
from tests.moderation.proposing import propose
from tests.moderation.reporting import KANARI, WORDS, decide, read, report
from tests.moderation.test_reviewing import answer
from tests.pages import queries
from volunteering.core.invariants import check
from volunteering.moderation.models import REPORTS_KEPT_FOR, ReasonTemplate, Report, ReportDecision
from volunteering.privacy.registry import registered

pytestmark = pytest.mark.usefixtures("city")

INDEX = reverse("volunteering_reports:index")
OFFICE = "bureau@asso.example"


def organised(factory, **fields):
    association = AssociationFactory(office_email=OFFICE)
    if factory is AssociationFactory:
        return association
    return factory(**({"organisers": [association]} if factory is EventFactory else {"organiser": association}))


def test_the_list_has_one_line_per_page_with_how_many_reported(clock, moderator):
    ball, fair = EventFactory(title="Le grand bal"), EventFactory(title="La foire")
    for page in (ball, ball, fair):
        report(page, clock)
    told = text(moderator.get(INDEX))
    assert (told.count("Le grand bal"), told.count("La foire")) == (1, 1)
    assert [each.number for each in Report.objects.one_per_page().order_by("pk")] == [2, 1]


def test_the_oldest_is_first_and_late_after_a_day(clock, moderator):
    report(EventFactory(title="Ancien"), clock)
    clock.shift(timedelta(hours=24, seconds=1))
    report(EventFactory(title="Récent"), clock)
    told = text(moderator.get(INDEX))
    assert told.index("Ancien") < told.index("Récent")
    assert told.count("En retard") == 1
    assert "Récent" not in text(moderator.get(INDEX, {"age": "late"}))


def test_filters_narrow_by_reason_and_by_state(clock, moderator):
    ball, fair = EventFactory(title="Le grand bal"), EventFactory(title="La foire")
    report(ball, clock, reason="scam")
    report(fair, clock)
    decide(moderator, fair, "keep")
    assert "La foire" not in text(moderator.get(INDEX))
    assert "La foire" in text(moderator.get(INDEX, {"state": "decided"}))
    assert "Le grand bal" not in text(moderator.get(INDEX, {"state": "open", "reason": "unlawful"}))
    assert moderator.get(INDEX, {"state": "x", "reason": "x", "age": "x", "q": "\0"}).status_code == 200


def test_neither_the_list_nor_its_file_nor_the_screen_says_who(clock, moderator):
    event = EventFactory()
    report(event, clock)
    report(event, clock, email="")
    exported = b"".join(moderator.get(INDEX, {"export": "csv"}).streaming_content).decode()
    shown = moderator.get(read(event)).text
    assert "quelqu’un qui a laissé une adresse" in shown
    assert WORDS in shown
    for told in (exported, shown, moderator.get(INDEX).text, moderator.get(reverse("wagtailadmin_home")).text):
        assert KANARI not in told
    assert WORDS not in exported


def test_the_dashboard_and_the_menu_count_what_waits(clock, moderator):
    report(EventFactory(title="Le grand bal"), clock)
    clock.shift(timedelta(hours=25))
    home = moderator.get(reverse("wagtailadmin_home"))
    assert "1 page attend" in text(home)
    assert "1 depuis plus de 24 heures" in text(home)
    assert "Signalements (1)" in home.text


def test_nothing_to_change_tells_who_reported_and_nobody_else(clock, moderator):
    event = organised(EventFactory)
    report(event, clock)
    report(event, clock, email="")
    collect()
    decide(moderator, event, "keep", words="Tout est juste.")
    (message,) = collect()
    assert message.to == [KANARI]
    assert "Tout est juste." in message.body
    assert not Report.objects.open().exists()


@pytest.mark.parametrize("factory", [AssociationFactory, MissionFactory, EventFactory])
def test_what_was_done_is_told_to_whoever_answers_for_the_page_without_the_reporter(clock, moderator, factory):
    page = organised(factory)
    report(page, clock)
    collect()
    decide(moderator, page, "correct", words="Merci, c’est corrigé.", statement="L’heure était fausse.")
    told = {message.to[0]: message.body + message.alternatives[0][0] for message in collect()}
    assert set(told) == {KANARI, OFFICE}
    assert "L’heure était fausse." in told[OFFICE]
    for secret in (KANARI, WORDS, "Merci, c’est corrigé."):
        assert secret not in told[OFFICE]
    assert OFFICE not in told[KANARI]


def test_the_author_of_a_proposed_page_is_told(clock, moderator):
    _author, submission = propose("evenement", clock)
    answer(moderator, submission, "approve")
    submission.refresh_from_db()
    report(submission.page, clock)
    clock.shift(601)
    collect()
    decide(moderator, submission.page, "take_down", statement="Cette photo n’est pas la vôtre.")
    told = {message.to[0]: message.body for message in collect()}
    assert "Cette photo n’est pas la vôtre." in told[submission.email]
    assert KANARI not in told[submission.email]


def test_taking_down_unpublishes_the_page_and_the_history_says_so(clock, moderator, client):
    event = EventFactory()
    report(event, clock)
    decide(moderator, event, "take_down")
    event.refresh_from_db()
    assert (event.live, client.get(event.url).status_code) == (False, 404)
    entries = PageLogEntry.objects.filter(page=event.pk)
    assert {"wagtail.unpublish", "volunteering.report.take_down"} <= {entry.action for entry in entries}
    assert KANARI not in str([(entry.label, entry.data) for entry in entries])


def test_only_whoever_may_publish_there_takes_a_page_down(clock, moderator):
    """The associations office publishes associations, events and missions, not the news."""
    news = NewsFactory()
    report(news, clock)
    assert "La retirer du site" not in text(moderator.get(read(news)))
    decide(moderator, news, "take_down")
    news.refresh_from_db()
    assert news.live
    assert Report.objects.open().count() == 1
    decide(sign_in(EDITOR), news, "take_down")
    assert not Report.objects.open().exists()


@pytest.mark.parametrize("group", [AGENT, READER])
def test_other_groups_neither_see_nor_decide(clock, group):
    event = EventFactory()
    report(event, clock)
    client = sign_in(group)
    assert client.get(INDEX).status_code == client.get(read(event)).status_code == 302
    decide(client, event, "keep")
    assert Report.objects.open().count() == 1


def test_a_decision_needs_words_for_each_side_that_reads_them(clock, moderator):
    event = EventFactory()
    report(event, clock)
    assert "Dites pourquoi" in " ".join(errors(decide(moderator, event, "keep", words="")))
    assert "Dites ce que vous avez fait" in " ".join(errors(decide(moderator, event, "correct", statement=" ")))
    assert moderator.post(read(event), {"do": "x"}).status_code == 404
    assert Report.objects.open().count() == 1


def test_a_ready_made_text_stands_before_the_words(clock, moderator):
    event = EventFactory()
    report(event, clock)
    reason = ReasonTemplate.objects.create(decision="keep", name="Vérifié", words="Nous avons vérifié.")
    decide(moderator, event, "keep", words="Merci !", reason=reason.pk)
    assert ReportDecision.objects.get().words == "Nous avons vérifié.\n\nMerci !"


def test_what_comes_while_one_reads_stays_open(clock, moderator):
    event = EventFactory()
    report(event, clock)
    seen = Report.objects.get().pk
    report(event, clock, words="Autre chose.")
    decide(moderator, event, "keep", seen=seen)
    assert Report.objects.open().get().words == "Autre chose."


def test_a_second_decision_at_the_same_time_is_told_so(clock, moderator):
    event = EventFactory()
    report(event, clock)
    decide(moderator, event, "keep")
    assert "Quelqu’un a répondu entre-temps" in text(decide(moderator, event, "take_down"))
    event.refresh_from_db()
    assert event.live


def test_a_page_that_is_deleted_closes_its_reports_and_tells_their_authors(clock, moderator):
    event = organised(EventFactory)
    report(event, clock)
    collect()
    event.delete()
    (message,) = collect()
    assert message.to == [KANARI]
    assert (Report.objects.get().page, Report.objects.open().exists()) == (None, False)
    assert "supprimée" in text(moderator.get(reverse("volunteering_reports:read", args=[Report.objects.get().pk])))


def test_reports_are_forgotten_half_a_year_after_their_decision(clock, moderator):
    decided, waiting = EventFactory(), EventFactory()
    for page in (decided, waiting):
        report(page, clock)
    decide(moderator, decided, "keep")
    clock.shift(REPORTS_KEPT_FOR + timedelta(days=3))
    assert "reports_forgotten" in {each.invariant.name for each in check() if not each.is_kept}
    call_command("purge_expired", dry_run=True, verbosity=0)
    assert Report.objects.count() == 2
    call_command("purge_expired", verbosity=0)
    assert Report.objects.get().page_id == waiting.pk
    assert not ReportDecision.objects.exists()


def test_whoever_reported_takes_it_along_and_is_forgotten(clock, moderator):
    event = EventFactory()
    report(event, clock)
    decide(moderator, event, "keep", words="Vu.")
    part = next(each for each in registered() if each.NAME == "reports")
    (row,) = part.export_for(KANARI)
    assert (row["words"], row["answer"]) == (WORDS, "Vu.")
    assert part.erase_for(KANARI) == 1
    assert not Report.objects.exclude(email="", words="").exists()


def test_the_list_costs_the_same_for_two_and_for_ten(clock, moderator):
    for _page in range(2):
        report(EventFactory(), clock, email="")
    few = queries(moderator, INDEX)
    for _page in range(8):
        report(EventFactory(), clock, email="")
    assert queries(moderator, INDEX) <= few
