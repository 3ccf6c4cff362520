"""A visitor who reports a page, and the office that answers."""

from django.test import Client
from django.urls import reverse

from tests.mailbox import stamp_on
from volunteering.core.antispam import stamps
from volunteering.moderation.models import Report

KANARI = "jeanne.kanari@people.example"
WORDS = "Kanari-mots : la date est fausse."


def at(page):
    return reverse("volunteering:report_page", args=[page.pk])


def report(page, clock, client=None, **answers):
    """As the form sends it; `answers` replace what a visitor with an address would write."""
    client = client or Client()
    stamp = stamp_on(client, at(page))
    clock.shift(stamps.QUICKEST)
    told = {"reason": "wrong", "words": WORDS, "email": KANARI, "stamp": stamp, "website": "", **answers}
    return client.post(at(page), told)


def read(page):
    first = Report.objects.filter(page=page).order_by("pk").first()
    return reverse("volunteering_reports:read", args=[first.pk])


def decide(client, page, do, words="Merci, c’est vu.", statement="La date était fausse.", **more):
    seen = Report.objects.filter(page=page).order_by("pk").last().pk
    told = {"do": do, "seen": seen, "reason": "", "words": words, "statement": statement, **more}
    return client.post(read(page), told, follow=True)
