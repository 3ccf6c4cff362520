"""What people look for in a list: questions in a form, answers in the address, counts beside each answer.

form    the base of every list's form: reads the address, narrows the list, tells what it could not read
fields  answers of which a wrong one is left out instead of refusing the right ones
dates   when: this weekend, between two days
places  where: a quarter, an address, "around me"
lasting of those questions, what a feed or a saved search asks again and again
facets  how many results each answer would leave, from one bounded query
finder  what the page shows of it: chips to take away, quick answers, the filter to drop when nothing is found
"""

from volunteering.core.filtering.dates import DateForm
from volunteering.core.filtering.facets import Facet, boolean, single
from volunteering.core.filtering.fields import SeveralField, TermsField, TickField
from volunteering.core.filtering.finder import Finder
from volunteering.core.filtering.form import FilterForm
from volunteering.core.filtering.lasting import LastingForm
from volunteering.core.filtering.places import PlaceForm

__all__ = [
    "DateForm",
    "Facet",
    "FilterForm",
    "Finder",
    "LastingForm",
    "PlaceForm",
    "SeveralField",
    "TermsField",
    "TickField",
    "boolean",
    "single",
]
