"""Addresses of what the public proposes: links of mails, accounts, the office. Part of `table.ROWS`."""

from tests.trust.rules import ELSEWHERE, EVERYONE, NOBODY, NOT_THEIRS, OFFICE_405, OFFICES, SIGNED, Row, rule

# Those whose names are not those of an object, too.
KINDS = ("evenement", "initiative", "actualite")
# Whoever holds the link of a draft goes on with it; what is sent is read on its own page.
FOLLOWED = ("follow_submission", "continue_later", "review_submission")
FORGED = ("a-forged-token", "my_applications_token", "confirm_submission_token")
BOTH = (False, True)
SUBMITTED = [
    Row("volunteering:propose", EVERYONE),
    *(Row("volunteering:begin_submission", EVERYONE, (kind,)) for kind in KINDS),
    *(Row("volunteering:begin_submission", EVERYONE, (kind,), acts=True) for kind in KINDS),
    Row("volunteering:begin_submission", EVERYONE, ("evenement",), "?depuis=%00"),
    Row("volunteering:begin_submission", NOBODY, ("persons",)),
    *(Row(f"volunteering:{view}", EVERYONE, ("draft_token",)) for view in FOLLOWED),
    *(
        Row(f"volunteering:{view}", NOBODY, (token,), acts=acts)
        for view in FOLLOWED
        for token in FORGED
        for acts in BOTH
    ),
    Row("volunteering:follow_submission", EVERYONE, ("waiting_token",)),
    # Without one of its buttons nothing happens.
    Row("volunteering:follow_submission", ELSEWHERE, ("waiting_token",), acts=True),
    # Not complete: it leads to the step that lacks something.
    Row("volunteering:review_submission", rule("refused " * 8), ("draft_token",), acts=True),
    Row("volunteering:submission_step", EVERYONE, ("draft_token", "quand")),
    Row("volunteering:submission_step", EVERYONE, ("waiting_token", "quand")),
    Row("volunteering:submission_step", NOBODY, ("draft_token", "persons")),
    Row("volunteering:submission_step", EVERYONE, ("draft_token", "quand"), acts=True),
    *(Row("volunteering:submission_step", NOBODY, (token, "quand"), acts=acts) for token in FORGED for acts in BOTH),
    Row("volunteering:confirm_submission", EVERYONE, ("confirm_submission_token",)),
    *(
        Row("volunteering:confirm_submission", NOBODY, (token,), acts=acts)
        for token in ("a-forged-token", "draft_token")
        for acts in BOTH
    ),
    Row("volunteering:my_submissions", SIGNED),
    Row("volunteering:my_submissions_link", EVERYONE),
    Row("volunteering:my_submissions_link", EVERYONE, acts=True),
    Row("volunteering:submissions_link_sent", EVERYONE),
    # A change of what is published: who speaks for it begins, the others are told how; of the city's own, nobody is.
    *(Row("volunteering:change_page", EVERYONE, (page,)) for page in ("mission", "foreign_mission", "association")),
    Row("volunteering:change_page", rule("404 404 moved " + "404 " * 5), ("mission",), acts=True),
    *(Row("volunteering:change_page", NOBODY, (page,)) for page in ("citys_mission", "draft_event", "news")),
    Row("volunteering:change_page", NOBODY, ("citys_mission",), acts=True),
    Row("volunteering:change_page", NOBODY, ("foreign_mission",), acts=True, other="moved"),
    *(Row("volunteering:ask_to_change", EVERYONE, ("association",), acts=acts) for acts in BOTH),
    *(Row("volunteering:ask_to_change", NOBODY, (page,)) for page in ("draft_association", "news")),
    *(Row("volunteering:change_by_link", NOBODY, (token,), acts=acts) for token in FORGED for acts in BOTH),
    # Nothing is published yet that one could speak for.
    *(
        Row("volunteering:take_charge", NOT_THEIRS, (token,), acts=acts)
        for token in ("waiting_token", "draft_token", "a-forged-token")
        for acts in BOTH
    ),
    # Anybody reports what everybody may read; without a reason the form says so.
    *(Row("volunteering:report_page", EVERYONE, (page,), acts=acts) for page in ("event", "news") for acts in BOTH),
    *(
        Row("volunteering:report_page", NOBODY, (page,), acts=acts)
        for page in ("draft_event", "draft_news", "private")
        for acts in BOTH
    ),
    Row("volunteering:report_taken", EVERYONE),
    # The office.
    *(Row(f"volunteering_reports:{screen}", OFFICES) for screen in ("index", "index_results")),
    Row("volunteering_reports:index", OFFICES, query="?state=x&reason=x&age=x&q=%00&p=abc"),
    Row("volunteering_reports:read", OFFICES, ("report",)),
    Row("volunteering_reports:read", rule("login login login refused refused 404 404 404"), ("report",), acts=True),
    *(Row(f"volunteering_submissions:{screen}", OFFICES) for screen in ("index", "index_results", "several")),
    Row("volunteering_submissions:index", OFFICES, query="?state=x&kind=x&q=%00&p=abc"),
    # Without a tick nothing happens.
    Row("volunteering_submissions:several", rule("login login login " + "refused " * 5), acts=True),
    Row("volunteering_submissions:read", OFFICES, ("submission",)),
    Row(
        "volunteering_submissions:read",
        rule("login login login refused refused 404 404 404"),
        ("submission",),
        acts=True,
    ),
    Row("volunteering_submissions:download", OFFICE_405, ("submission", "answer_file")),
    Row("volunteering_submissions:download", OFFICES, ("submission", "answer_file"), acts=True),
    *(
        Row(f"volunteering_{what}:{screen}", OFFICES)
        for what in ("questions", "reasons")
        for screen in ("index", "index_results", "add")
    ),
    *(
        Row(f"volunteering_{what}:{screen}", OFFICES, (row,))
        for what, row in (("questions", "question"), ("reasons", "reason"))
        for screen in ("edit", "delete", "usage", "history", "history_results")
    ),
]
