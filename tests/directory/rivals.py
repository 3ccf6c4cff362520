"""What several people do at the same moment (tests/rig/race.py)."""

import os

from django.contrib.auth import get_user_model

from volunteering.directory.actions import prove_claim
from volunteering.directory.models import Claim


def prove(association: int) -> bool:
    """Whether this one of all gets the keys."""
    user = get_user_model().objects.create_user(f"rival-{os.getpid()}")
    claim = Claim.objects.create(association_id=association, user=user)
    return prove_claim(claim=claim) is not None
