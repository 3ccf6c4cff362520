"""What a volunteer signed up for, on their page in the admin: volunteers themselves know nothing of it."""

from typing import Any

from volunteering.applications.models import Application
from volunteering.applications.notifications.about import when
from volunteering.volunteers.views import InspectVolunteer

SHOWN = 50


class VolunteerWithSignUps(InspectVolunteer):
    """For whoever may see sign-ups too; the newest ones."""

    template_name = "volunteering/applications/volunteer.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_see = self.request.user.has_perm("volunteering.view_application")
        rows = Application.objects.filter(volunteer=self.object).told_whole().latest_first()
        shown = [{"application": row, "when": when(row.capacity)} for row in rows[:SHOWN]] if may_see else []
        may_sign_up = may_see and self.request.user.has_perm("volunteering.change_application")
        return super().get_context_data(may_see_sign_ups=may_see, may_sign_up=may_sign_up, sign_ups=shown, **kwargs)
