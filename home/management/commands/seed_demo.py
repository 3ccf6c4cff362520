from django.core.management.base import BaseCommand
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from home.demo import ground
from home.demo.seed import seed


class Command(BaseCommand):
    help = "Fill the demo city: associations, missions, events, news, pictures and sign-ins. Safe to run again."

    def handle(self, *args, **options) -> None:
        say = self.stdout.write if options["verbosity"] else lambda line: None
        seed(today=timezone.localdate(), say=say)
        door = reverse("account_login")
        code = _("a code, shown in this terminal")
        people = [
            (_("editor"), reverse("wagtailadmin_home"), f"{ground.EDITOR} / {ground.PASSWORD}"),
            (_("association"), door, f"{ground.ASSOCIATION} ({code})"),
            (_("resident"), door, f"{ground.RESIDENT} ({code})"),
        ]
        say("\n" + _("To sign in"))
        for who, where, how in people:
            say(f"  {who:<12} {where:<{len(door)}}  {how}")
