"""How long sign-ups, their messages and volunteers are kept."""

from dateutil.relativedelta import relativedelta
from django.utils.translation import gettext_lazy as _

from volunteering.applications.actions import purge_applications, purge_messages, purge_sign_ups, purge_volunteers
from volunteering.applications.actions.leaving import gone_by
from volunteering.applications.actions.purging import KEEP_APPLICATION, KEEP_TEXT, ended, ended_text
from volunteering.applications.models import UNCONFIRMED_FOR, SignUp
from volunteering.core.retention import Retention, register
from volunteering.volunteers.models import KEEP_FOR

register(
    Retention(
        part="sign_ups",
        name="sign_ups_unconfirmed",
        what=_("Sign-ups that nobody confirmed"),
        keep_for=UNCONFIRMED_FOR,
        over=SignUp.objects.over,
        forget=purge_sign_ups,
    ),
    Retention(
        part="sign_ups",
        name="sign_up_messages",
        what=_("Messages of sign-ups, after the end of the mission"),
        keep_for=relativedelta(months=KEEP_TEXT),
        over=ended_text,
        forget=purge_messages,
    ),
    Retention(
        part="sign_ups",
        name="sign_ups",
        what=_("Sign-ups, after the end of the mission or a report of their messages"),
        keep_for=relativedelta(months=KEEP_APPLICATION),
        over=ended,
        forget=purge_applications,
    ),
    # Here, because a sign-up is a sign of life.
    Retention(
        part="profile",
        name="volunteers",
        what=_("Volunteers who gave no sign of life, after two mails"),
        keep_for=KEEP_FOR,
        over=gone_by,
        forget=purge_volunteers,
    ),
)
