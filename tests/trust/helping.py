"""Addresses of help requests: asking, following, giving, and the agents' screens. Part of `table.ROWS`."""

from tests.trust.rules import EVERYONE, HELPLINE, NOBODY, NOT_THEIRS, SIGNED, Row, rule

# Who is signed in needs no mail.
OR_ACCOUNT = rule("200 moved moved moved moved moved moved moved")
POST_ONLY = rule("login 405 405 405 405 405 405 405")
HELP_LINKS = ("type_help_code", "prove_help_request", "follow_help_request", "extend_help_request")
HELPING = [
    # Before one has signed in and agreed with the charter, the page says what to do next, and nobody's need.
    Row("volunteering:help_requests", EVERYONE),
    Row("volunteering:help_requests", EVERYONE, query="?kind=garbage&moment=%00&page=abc"),
    Row("volunteering:offer_help", EVERYONE, ("help_request",)),
    Row("volunteering:offer_help", EVERYONE, ("help_request",), acts=True),
    Row("volunteering:accept_help_charter", POST_ONLY),
    Row("volunteering:accept_help_charter", rule("login moved moved moved moved moved moved moved"), acts=True),
    Row("volunteering:ask_for_help", OR_ACCOUNT),
    Row("volunteering:ask_for_help", OR_ACCOUNT, acts=True),
    Row("volunteering:ask_for_help_with_account", SIGNED),
    Row("volunteering:ask_for_help_with_account", SIGNED, acts=True),
    *(Row(f"volunteering:{view}", EVERYONE, (f"{view}_token",)) for view in HELP_LINKS),
    *(Row(f"volunteering:{view}", NOBODY, ("a-forged-token",)) for view in HELP_LINKS),
    *(Row(f"volunteering:{view}", NOBODY, ("a-forged-token",), acts=True) for view in HELP_LINKS),
    # A link for one thing opens no other.
    Row("volunteering:follow_help_request", NOBODY, ("prove_help_request_token",)),
    Row("volunteering:follow_help_request", NOBODY, ("my_applications_token",)),
    Row("volunteering:prove_help_request", NOBODY, ("type_help_code_token",)),
    Row("volunteering:my_applications", NOBODY, ("follow_help_request_token",)),
    # Without one of its buttons nothing happens.
    Row("volunteering:follow_help_request", NOBODY, ("follow_help_request_token",), acts=True),
    Row("volunteering:extend_help_request", NOBODY, ("follow_help_request_token",), acts=True),
    Row("volunteering:help_thread", EVERYONE, ("follow_help_request_token", "help_offer")),
    Row("volunteering:help_thread", NOBODY, ("follow_help_request_token", "help_offer"), acts=True),
    Row("volunteering:help_thread", NOBODY, ("follow_help_request_token", "someones_offer")),
    Row("volunteering:help_thread", NOBODY, ("prove_help_request_token", "help_offer")),
    Row("volunteering:my_help_link", EVERYONE),
    Row("volunteering:my_help_link", EVERYONE, acts=True),
    Row("volunteering:my_help_link_sent", EVERYONE),
    Row("volunteering:my_help_requests", SIGNED),
    Row("volunteering:my_help_request", NOT_THEIRS, ("help_request",), owner="200"),
    Row("volunteering:my_help_request", NOT_THEIRS, ("help_request",), acts=True),
    Row("volunteering:my_help_thread", NOT_THEIRS, ("help_request", "help_offer"), owner="200"),
    Row("volunteering:my_help_thread", NOT_THEIRS, ("help_request", "help_offer"), acts=True),
    Row("volunteering:my_help_offers", SIGNED),
    Row("volunteering:my_help_offer", NOT_THEIRS, ("help_offer",)),
    Row("volunteering:my_help_offer", NOT_THEIRS, ("someones_offer",), owner="200"),
    Row("volunteering:my_help_offer", NOT_THEIRS, ("help_offer",), acts=True),
]

# The reception desk alone, who has them on the telephone.
OPEN_SCREENS = ("inspect", "reveal", "edit", "refuse", "match", "history", "history_results")
HELP_DESK = [
    *(Row(f"volunteering_help_requests:{screen}", HELPLINE) for screen in ("index", "index_results", "add")),
    Row("volunteering_help_requests:add", HELPLINE, acts=True),
    Row("volunteering_help_requests:index", HELPLINE, query="?kind=x&answer=x&q=%00&p=abc&age=x"),
    *(Row(f"volunteering_help_requests:{screen}", HELPLINE, ("help_request",)) for screen in OPEN_SCREENS),
    *(
        Row(f"volunteering_help_requests:{screen}", HELPLINE, ("help_request",), acts=True)
        for screen in ("reveal", "edit", "refuse")
    ),
    Row("volunteering_help_requests:match", HELPLINE, ("help_request",), "?q=%00"),
    Row("volunteering_help_requests:moderate", HELPLINE, ("waiting_help_request",)),
    Row("volunteering_help_requests:moderate", HELPLINE, ("waiting_help_request",), acts=True),
    Row("volunteering_help_requests:finish", HELPLINE, ("matched_help_request",)),
]
