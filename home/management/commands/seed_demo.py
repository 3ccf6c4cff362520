from django.core.management.base import BaseCommand
from django.urls import reverse
from django.utils import timezone

from home.demo import ground
from home.demo.seed import seed


class Command(BaseCommand):
    help = "Fill the demo city: associations, missions, events, news, pictures and sign-ins. Safe to run again."

    def handle(self, *args, **options) -> None:
        say = self.stdout.write if options["verbosity"] else lambda line: None
        seed(today=timezone.localdate(), say=say)
        door = reverse("account_login")
        say(
            f"\nSign-ins\n"
            f"  editor       {'/admin/':{len(door)}}  {ground.EDITOR} / {ground.PASSWORD}\n"
            f"  association  {door}  {ground.ASSOCIATION} (a code, shown in this terminal)\n"
            f"  resident     {door}  {ground.RESIDENT} (a code, shown in this terminal)"
        )
