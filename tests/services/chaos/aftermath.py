"""What is there when all is over: run with the environment of the server. Prints JSON.

python -m tests.services.chaos.aftermath
"""

import json
import sys

import django


def main() -> None:
    sys.path[:0] = ["site", "."]
    django.setup()
    from django.core.management import call_command
    from django.db.models import F
    from django.utils import timezone

    from volunteering.core.outbox.models import LEASE, OutgoingMail, Status

    # Nobody waits for the leases of the dead to run out, nor for the next try.
    OutgoingMail.objects.filter(status=Status.SENDING).update(claimed_at=F("claimed_at") - LEASE)
    OutgoingMail.objects.filter(status=Status.WAITING, is_bulk=False, not_before__gt=timezone.now()).exclude(
        attempts=0
    ).update(not_before=timezone.now())
    call_command("deliver_mail", verbosity=0, stdout=sys.stderr)
    print(json.dumps(found()))


def found() -> dict:
    from django.db.models import Q
    from django.utils import timezone
    from PIL import Image
    from wagtail.images import get_image_model

    from volunteering.applications.models import Application
    from volunteering.core import invariants
    from volunteering.core.outbox.models import OutgoingMail, Status
    from volunteering.core.uploads import invariants as uploads
    from volunteering.moderation.models import Submission

    # No upload is on its way any more.
    uploads.GRACE = -1
    broken = {each.invariant.name: [str(key) for key in each.keys] for each in invariants.check() if each.keys}
    for image in get_image_model().objects.all():
        with image.file.open() as file, Image.open(file) as picture:
            picture.load()
    # A decision is told after ten minutes, in which it can be taken back: that mail is not due.
    later = Q(status=Status.WAITING, attempts=0, not_before__gt=timezone.now())
    mails = OutgoingMail.objects.filter(is_bulk=False).exclude(later)
    return {
        # A process that was killed between a file and its row leaves the file: told after a day, and no promise now.
        "left": broken.pop("uploads_are_named", []),
        "broken": broken,
        "signed_up": [
            list(pair) for pair in Application.objects.values_list("volunteer__user_id", "capacity__mission_id")
        ],
        "titles": list(Submission.objects.exclude(sent_at=None).values_list("title", flat=True)),
        "mails": {str(mail.pk): [mail.status, mail.attempts] for mail in mails},
    }


if __name__ == "__main__":
    main()
