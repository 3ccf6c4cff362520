"""`manage.py forget_unconfirmed_accounts`: every night."""

from typing import Any

from django.core.management import BaseCommand
from django.utils import timezone

from home.accounts.actions import delete_unconfirmed_accounts


class Command(BaseCommand):
    help = "Delete the accounts of people who signed up more than two days ago and never typed the code."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{delete_unconfirmed_accounts(now=timezone.now())} forgotten.")
