"""What the foot of every page has to name (décret n° 2019-768), and days as such a text gives them.

{% accessibility_statement as statement %}  {{ day|plain_date }}
"""

from django import template
from wagtail.models import Site

from volunteering.core.recurrence.dates_in_words import plain_date
from volunteering.statements.models import AccessibilityStatementPage
from volunteering.templatetags.volunteering_tags import request_of

register = template.Library()
register.filter(plain_date)


@register.simple_tag(takes_context=True)
def accessibility_statement(context: template.Context) -> AccessibilityStatementPage | None:
    """This site's, where everyone may read it; None as long as there is none. Two queries: keep what you draw of it."""
    request = request_of(context)
    site = Site.find_for_request(request) if request else None
    return site and AccessibilityStatementPage.objects.in_site(site).live().public().order_by("path").first()
