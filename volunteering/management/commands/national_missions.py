"""manage.py national_missions [--xml FILE]"""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from wagtail.models import Site

from volunteering.feeds.api_engagement import document
from volunteering.feeds.national import refusals
from volunteering.feeds.national_missions import national_missions
from volunteering.feeds.subjects import MISSIONS


class Command(BaseCommand):
    help = "List the missions that take volunteers with what the national site would refuse, or write them as its XML."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--xml", metavar="FILE", help="Write the XML for API Engagement into this file instead.")

    def handle(self, *args: Any, xml: str | None, **options: Any) -> None:
        site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
        if site is None:
            raise CommandError("Wagtail has no default site yet. Create one in Settings → Sites, then run this again.")
        missions = national_missions(MISSIONS.public(site), site=site)
        if xml:
            self.write_xml(Path(xml), missions)
        else:
            self.list_refusals(missions)

    def write_xml(self, path: Path, missions: Any) -> None:
        try:
            with path.open("w", encoding="utf-8") as file:
                file.writelines(document(mission for _page, mission in missions))
        except OSError as error:
            raise CommandError(f"{path} cannot be written: {error.strerror}.") from error
        self.stdout.write(self.style.SUCCESS(f"Written: {path}"))

    def list_refusals(self, missions: Any) -> None:
        now, told, refused = timezone.now(), 0, 0
        for page, mission in missions:
            found = refusals(mission, now=now)
            told, refused = told + 1, refused + bool(found)
            for refusal in found:
                self.stdout.write(f"{page.pk}\t{page.title}\t{refusal.by}\t{refusal.sentence}")
        self.stdout.write(f"{told} missions take volunteers, {refused} of them would be refused somewhere.")
