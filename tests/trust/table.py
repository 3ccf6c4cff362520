"""Who gets what: every address of ours, and Wagtail's screens on our objects. A new address belongs here.

A row names the route, the object it is about (an attribute of `world.World`), and the answer for each role; `acts`
means that only POST does anything there, and that POST is what is tried. The words are those of `answers.answer`.
"""

from tests.trust.helping import HELP_DESK, HELPING
from tests.trust.people import ALERTS, CALENDAR, CLAIMS, MY_DATA, PASSKEYS, PROFILE, SIGN_UPS, SPACE
from tests.trust.rules import (
    ACT_OF_EDITORS,
    ANSWER_ACT,
    ANSWERING,
    DESK,
    DESK_405,
    DESK_ACT,
    EDITORS,
    ELSEWHERE,
    EVERYONE,
    HELPLINE,
    NOBODY,
    NOT_THERE,
    OFFICE_405,
    OFFICE_ACT,
    OFFICES,
    OFFICES_TOO_LATE,
    SIGNED,
    SUPER,
    SUPER_ACT,
    SUPER_REFUSED,
    TO_WRITE,
    WRITERS,
    Row,
    rule,
)
from tests.trust.submitted import SUBMITTED

# The pages: what is published is everyone's, the rest is nobody's, on the public site at least.
PAGES = [
    *(
        Row("wagtail_serve", EVERYONE, (name,))
        for name in (
            "front",
            "agenda",
            "event",
            "missions",
            "mission",
            "directory",
            "association",
            "news_index",
            "news",
        )
    ),
    *(
        Row("wagtail_serve", EVERYONE, (name,), query)
        for name, query in (
            ("agenda", "?month=2026-03"),
            ("agenda", "?month=garbage"),
            ("agenda", "?week=2026-03-04&missions=1"),
            ("agenda", "?sheet=garbage&missions=2"),
            ("agenda", "?page=abc"),
        )
    ),
    *(Row("wagtail_serve", NOBODY, (f"draft_{name}",)) for name in ("event", "mission", "association", "news")),
    Row("wagtail_serve", NOBODY, ("agenda",), "?page=999"),
    Row("wagtail_serve", SIGNED, ("private",)),
]

PUBLIC = [
    Row("volunteering:theme", EVERYONE),
    Row("volunteering:healthz", EVERYONE),
    Row("volunteering:readyz", EVERYONE),
    Row("volunteering:base_map", EVERYONE),
    *(
        Row(f"volunteering:{name}", EVERYONE)
        for name in (
            *("agenda_ics", "agenda_rss", "agenda_atom", "agenda_geojson", "agenda_json", "events_csv", "events_json"),
            *("missions_rss", "missions_atom", "missions_geojson", "missions_xml", "associations_rss"),
            *("associations_atom", "associations_geojson", "associations_csv", "associations_json", "embed_code"),
        )
    ),
    Row("volunteering:agenda_ics", rule(" ".join(["400"] * 8)), query="?theme=nowhere"),
    Row("volunteering:event_ics", EVERYONE, ("event_key",)),
    Row("volunteering:event_ics", NOBODY, ("draft_event_key",)),
    Row("volunteering:date_ics", EVERYONE, ("date",)),
    Row("volunteering:embed", EVERYONE, ("associations",)),
    Row("volunteering:embed", EVERYONE, ("associations",), "?theme=nowhere"),
    Row("volunteering:embed", NOBODY, ("garbage",)),
    *(Row(f"wagtailapi:{endpoint}:listing", EVERYONE) for endpoint in ("pages", "images")),
    *(Row("wagtailapi:pages:detail", EVERYONE, (name,)) for name in ("event", "mission", "association", "news")),
    *(Row("wagtailapi:pages:detail", NOBODY, (f"draft_{name}",)) for name in ("event", "mission", "association")),
    Row("wagtailapi:pages:detail", NOBODY, ("private",)),
    Row("wagtailapi:images:detail", EVERYONE, ("image",)),
    *(Row(f"wagtailapi:{endpoint}:find", NOBODY) for endpoint in ("pages", "images")),
    Row("search", ELSEWHERE, query="?q=jardin"),
    Row("volunteering:search", EVERYONE, query="?q=jardin"),
    Row("volunteering:search", EVERYONE),
    Row("volunteering:suggestions", EVERYONE, query="?q=jard"),
]

# Signing in: whoever is signed in already is sent on, and a code is only asked of someone who is about to.
ACCOUNTS = [
    Row("account_login", rule("200 moved moved moved moved moved moved moved")),
    Row("account_signup", rule("200 moved moved moved moved moved moved moved")),
    Row("account_confirm_login_code", rule("moved moved moved moved moved moved moved moved")),
    Row("account_email_verification_sent", rule("login moved moved moved moved moved moved moved")),
    Row("wagtailadmin_login", rule("200 refused refused moved moved moved moved moved")),
]

# The plugin's own screens in the admin.
DIGEST = "volunteering.alerts.notifications.Digest"
LISTINGS = ("events", "missions", "associations")
DESK_SCREENS = [
    Row("volunteering_desk:geocode", DESK, query="?q=12+rue+du+Port"),
    Row("volunteering_desk:plan", DESK),
    Row("volunteering_desk:national", DESK),
    Row("volunteering_desk:mails", EDITORS),
    *(Row(f"volunteering_desk:{screen}", OFFICES) for screen in ("processings", "processings_results")),
    *(Row("volunteering_desk:processings", OFFICES, query=f"?export={kind}") for kind in ("csv", "xlsx", "garbage")),
    Row("volunteering_desk:charter", EDITORS),
    Row("volunteering_desk:charter", NOT_THERE, query="?page=99"),
    *(Row(f"volunteering_desk:{screen}", EDITORS, (DIGEST, "fr")) for screen in ("mail_words", "reset_mail_words")),
    *(
        Row(f"volunteering_desk:{screen}", ACT_OF_EDITORS, (DIGEST, "en"), acts=True)
        for screen in ("mail_words", "reset_mail_words")
    ),
    Row("volunteering_desk:mail_words", NOT_THERE, ("volunteering.core.outbox.letters.Letter", "fr")),
    Row("volunteering_desk:mail_words", NOT_THERE, (DIGEST, "xx")),
    Row("volunteering_desk:next_dates", DESK, query="?first_day=2026-03-04"),
    Row("volunteering_desk:dates", OFFICES, ("event",)),
    Row("volunteering_desk:next_edition", WRITERS, ("event",)),
    *(Row(f"volunteering_desk:{verb}_date", OFFICES, ("date",)) for verb in ("cancel", "move", "note")),
    Row("volunteering_desk:restore_date", OFFICE_405, ("date",)),
    Row("volunteering_desk:restore_date", OFFICE_ACT, ("date",), acts=True),
    *(Row(f"volunteering_desk:{verb}", OFFICES, ("association",)) for verb in ("suspend_record", "lift_suspension")),
    # Without a reason nothing is suspended, and what is not suspended cannot be lifted.
    Row("volunteering_desk:suspend_record", OFFICES, ("association",), acts=True),
    Row("volunteering_desk:merge_records", OFFICES, ("association",)),
    Row("volunteering_desk:merge_records", OFFICES, ("association",), "?other=garbage"),
    # Without another record nothing is merged.
    Row("volunteering_desk:merge_records", OFFICES, ("association",), acts=True),
    Row("volunteering_desk:lift_suspension", OFFICES_TOO_LATE, ("association",), acts=True),
    Row("volunteering_desk:dismiss_guide", DESK_405),
    Row("volunteering_desk:dismiss_guide", DESK_ACT, acts=True),
    Row("volunteering_desk:setup", DESK_405),
    Row("volunteering_desk:setup", SUPER_ACT, acts=True),
    *(Row(f"volunteering_{name}:{screen}", DESK) for name in LISTINGS for screen in ("index", "index_results")),
    *(Row(f"volunteering_{name}:choose_parent", TO_WRITE) for name in LISTINGS),
    *(Row(f"volunteering_failed_mails:{screen}", OFFICES) for screen in ("index", "index_results")),
]

# What the city sees of volunteers and of what they signed up for.
VOLUNTEERS = [
    Row("volunteering_applications:report", OFFICES, ("reported_application",)),
    Row("volunteering_applications:report", rule("login login login refused refused 404 404 404"), ("application",)),
    *(Row(f"volunteering_volunteers:{screen}", HELPLINE) for screen in ("index", "index_results", "add", "export")),
    *(Row(f"volunteering_volunteers:{screen}", HELPLINE, acts=True) for screen in ("add", "export")),
    Row("volunteering_volunteers:index", HELPLINE, query="?day=9&skills=x&q=%00&p=abc&export=csv"),
    *(
        Row(f"volunteering_volunteers:{screen}", HELPLINE, ("volunteer",))
        for screen in ("inspect", "edit", "reveal", "history", "history_results")
    ),
    *(Row(f"volunteering_volunteers:{screen}", HELPLINE, ("volunteer",), acts=True) for screen in ("edit", "reveal")),
    *(Row(f"volunteering_applications:{screen}", ANSWERING) for screen in ("index", "index_results")),
    Row("volunteering_applications:index", ANSWERING, query="?state=x&organiser=x&q=%00&p=abc&export=xlsx"),
    Row("volunteering_applications:of_mission", ANSWERING, ("wanted_mission",)),
    Row("volunteering_applications:choose_mission", ANSWERING, ("volunteer",), "?q=%00"),
    Row("volunteering_applications:sign_up_for", ANSWERING, ("volunteer", "mission")),
    Row("volunteering_applications:sign_up_for", ANSWERING, ("volunteer", "mission"), acts=True),
    *(
        Row(f"volunteering_applications:{verb}", ANSWERING, ("application",))
        for verb in ("accept", "decline", "withdraw")
    ),
    Row("volunteering_applications:decline", ANSWERING, ("application",), acts=True),
    Row("volunteering_applications:cancel_shift", ANSWERING, ("wanted_shift",)),
    Row("volunteering_applications:cancel_shift", ANSWERING, ("wanted_shift",), acts=True),
    Row("volunteering_applications:accept", ANSWER_ACT, ("application",), acts=True),
    *(Row(f"volunteering_claims:{screen}", ANSWERING) for screen in ("index", "index_results")),
    Row("volunteering_claims:index", ANSWERING, query="?state=x&p=abc&export=csv"),
    *(Row(f"volunteering_claims:{verb}", ANSWERING, ("claim",)) for verb in ("accept", "refuse")),
    # Without a reason nothing is refused.
    Row("volunteering_claims:refuse", ANSWERING, ("claim",), acts=True),
    Row("volunteering_claims:accept", ANSWER_ACT, ("claim",), acts=True),
    # A mission somebody signed up for is deleted by nobody.
    Row("wagtailadmin_pages:delete", SUPER_REFUSED, ("wanted_mission",)),
]

# Bringing files in is for the offices that answer for what is published.
IMPORTS = [
    Row("volunteering_imports:index", OFFICES),
    *(Row("volunteering_imports:upload", OFFICES, (source,)) for source in ("openagenda", "rna", "ical")),
    *(Row(f"volunteering_imports:{screen}", OFFICES, ("run",)) for screen in ("run", "progress")),
    *(Row(f"volunteering_imports:{verb}", OFFICE_405, ("run",)) for verb in ("confirm", "give_up")),
    *(Row(f"volunteering_imports:{verb}", OFFICE_ACT, ("run",), acts=True) for verb in ("confirm", "give_up")),
]

# Themes, skills, kinds of a hand, neighbourhoods, issues: everyone at the desk reads them, the two offices change them.
TERMS = ("theme", "skill", "helpkind", "neighbourhood", "issue")
TERM_EDITING = ("edit", "copy", "delete", "usage", "history", "history_results")


def term_screens(term: str) -> list[Row]:
    screens, chooser = f"wagtailsnippets_volunteering_{term}", f"wagtailsnippetchoosers_volunteering_{term}"
    return [
        *(Row(f"{screens}:{name}", DESK) for name in ("list", "list_results")),
        Row(f"{screens}:inspect", DESK, (term,)),
        Row(f"{screens}:add", OFFICES),
        *(Row(f"{screens}:{name}", OFFICES, (term,)) for name in TERM_EDITING),
        Row(f"{screens}:reorder", OFFICE_405, (term,)),
        *(Row(f"{chooser}:{name}", DESK) for name in ("choose", "choose_results")),
        Row(f"{chooser}:chosen", DESK, (term,)),
        Row(f"{chooser}:chosen_multiple", DESK),
        Row(f"{chooser}:create", OFFICES),
    ]


# Wagtail's screens on our objects.
OUR_TYPES = {"event": "agenda", "mission": "missions", "association": "directory"}
WAGTAIL = [
    Row("wagtailadmin_home", DESK),
    *(Row("wagtailadmin_explore", WRITERS, (index,)) for index in OUR_TYPES.values()),
    *(Row("wagtailadmin_pages:add", WRITERS, ("volunteering", f"{page}page", OUR_TYPES[page])) for page in OUR_TYPES),
    *(
        Row(f"wagtailadmin_pages:{screen}", OFFICES, (page,))
        for page in OUR_TYPES
        for screen in ("edit", "view_draft", "delete", "unpublish", "copy", "move")
    ),
    *(Row("wagtailadmin_pages:history", OFFICES, (page,)) for page in OUR_TYPES),
    *(Row("wagtailadmin_pages:edit", OFFICES, (f"draft_{page}",)) for page in OUR_TYPES),
    Row("wagtailadmin_pages:edit", EDITORS, ("news",)),
    Row("wagtailadmin_pages:edit", EDITORS, ("front",)),
    Row("wagtailadmin_pages:add", EDITORS, ("home", "standardpage", "front")),
    Row("wagtailadmin_pages:add", EDITORS, ("home", "newspage", "news_index")),
    Row("wagtailsettings:edit", EDITORS, ("volunteering", "citysettings", "site")),
    Row("wagtailimages:index", WRITERS),
    Row("wagtailimages:add", WRITERS),
    Row("wagtailimages:edit", OFFICES, ("image",)),
    Row("wagtaildocs:index", WRITERS),
    Row("wagtailsnippets_wagtailmenus_mainmenu:edit", EDITORS, ("site",)),
    *(
        Row(f"{screens}:index", SUPER)
        for screens in ("wagtailusers_users", "wagtailusers_groups", "wagtailsites", "wagtailredirects")
    ),
    *(Row(f"wagtailadmin_{screens}:index", SUPER) for screens in ("workflows", "collections")),
    Row("wagtailadmin_reports:site_history", DESK),
]

ROWS = [
    *PAGES,
    *PUBLIC,
    *ALERTS,
    *SIGN_UPS,
    *CALENDAR,
    *SPACE,
    *CLAIMS,
    *PROFILE,
    *MY_DATA,
    *SUBMITTED,
    *HELPING,
    *ACCOUNTS,
    *PASSKEYS,
    *DESK_SCREENS,
    *VOLUNTEERS,
    *HELP_DESK,
    *IMPORTS,
    *(row for term in TERMS for row in term_screens(term)),
    *WAGTAIL,
]
