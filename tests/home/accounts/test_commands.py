import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.utils import timezone

pytestmark = pytest.mark.django_db


def test_the_nightly_command_forgets_unconfirmed_accounts_and_says_how_many(clock, capsys):
    person = get_user_model().objects.create_user("jeanne", "jeanne@people.example", date_joined=timezone.now())
    EmailAddress.objects.create(user=person, email=person.email, verified=False, primary=True)
    clock.shift(49 * 60 * 60)
    call_command("purge_expired")

    assert "1  Comptes que personne n’a confirmés" in " ".join(capsys.readouterr().out.split(" "))
    assert not get_user_model().objects.exists()
