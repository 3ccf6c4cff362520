"""Addresses about one person: links of mails, accounts, an association's space. Part of `table.ROWS`."""

from tests.trust.rules import ELSEWHERE, EVERYONE, NOBODY, NOT_THEIRS, SIGNED, Row, rule

# Saved searches: links of mails open for whoever holds them and for nothing else; an account's own are its own.
ALERT_KINDS = ("events", "associations")
LINKED = ("confirm_alert", "stop_alert", "stop_all_alerts", "manage_alerts")
ALERTS = [
    *(Row("volunteering:subscribe", EVERYONE, (kind,)) for kind in ALERT_KINDS),
    *(Row("volunteering:subscribe", EVERYONE, (kind,), acts=True) for kind in ALERT_KINDS),
    Row("volunteering:subscribe", EVERYONE, ("events",), "?theme=garbage&theme=%00&page=abc"),
    Row("volunteering:subscribe", NOBODY, ("persons",)),
    Row("volunteering:alert_link", EVERYONE),
    Row("volunteering:alert_link", EVERYONE, acts=True),
    *(Row(f"volunteering:alert_{name}", EVERYONE) for name in ("sent", "stamp")),
    *(Row(f"volunteering:{view}", EVERYONE, (f"{view}_token",)) for view in LINKED),
    *(Row(f"volunteering:{view}", NOBODY, ("a-forged-token",)) for view in LINKED),
    *(Row(f"volunteering:{view}", NOBODY, ("a-forged-token",), acts=True) for view in LINKED[:3]),
    Row("volunteering:change_alert", rule("405 " * 8), ("manage_alerts_token", "search")),
    Row("volunteering:change_alert", rule("moved " * 8), ("manage_alerts_token", "search"), acts=True),
    Row("volunteering:change_alert", NOBODY, ("manage_alerts_token", "someones_search"), acts=True),
    Row("volunteering:change_alert", NOBODY, ("a-forged-token", "search"), acts=True),
    Row("volunteering:my_searches", SIGNED),
    Row("volunteering:change_search", rule("login 405 405 405 405 405 405 405"), ("someones_search",)),
    Row("volunteering:change_search", NOT_THEIRS, ("someones_search",), acts=True, owner="moved"),
    Row("volunteering:change_search", NOT_THEIRS, ("search",), acts=True),
    Row("volunteering:follow", rule("login 405 405 405 405 405 405 405"), ("events",)),
    Row("volunteering:follow", SIGNED, ("events",), acts=True),
    Row("volunteering:follow", NOT_THEIRS, ("persons",), acts=True),
]

# Sign-ups: the same for links of mails and accounts; what one link opens, it opens alone.
SIGN_UP_LINKS = ("type_code", "prove_sign_up", "my_applications", "answer_applicants")
SIGN_UPS = [
    # Who is signed in needs no mail.
    Row("volunteering:sign_up", rule("200 moved moved moved moved moved moved moved"), ("mission",)),
    Row("volunteering:sign_up", rule("200 moved moved moved moved moved moved moved"), ("mission",), "?creneau=%00"),
    Row("volunteering:sign_up", rule("200 moved moved moved moved moved moved moved"), ("mission",), acts=True),
    *(Row("volunteering:sign_up", NOBODY, (page,)) for page in ("draft_mission", "event")),
    Row("volunteering:sign_up_with_account", SIGNED, ("mission",)),
    Row("volunteering:sign_up_with_account", SIGNED, ("mission",), "?creneau=garbage&creneau=%00"),
    Row("volunteering:sign_up_with_account", SIGNED, ("mission",), acts=True),
    Row("volunteering:sign_up_with_account", NOT_THEIRS, ("draft_mission",)),
    *(Row(f"volunteering:{view}", EVERYONE, (f"{view}_token",)) for view in SIGN_UP_LINKS),
    *(Row(f"volunteering:{view}", NOBODY, ("a-forged-token",)) for view in SIGN_UP_LINKS),
    *(Row(f"volunteering:{view}", NOBODY, ("a-forged-token",), acts=True) for view in SIGN_UP_LINKS[:2]),
    # A link for one thing opens no other.
    Row("volunteering:answer_applicants", NOBODY, ("my_applications_token",)),
    Row("volunteering:my_applications", NOBODY, ("prove_sign_up_token",)),
    Row("volunteering:prove_sign_up", NOBODY, ("type_code_token",)),
    Row("volunteering:my_link", EVERYONE),
    Row("volunteering:my_link", EVERYONE, acts=True),
    Row("volunteering:my_link_sent", EVERYONE),
    Row("volunteering:my_missions", SIGNED),
    Row("volunteering:change_my_mission", rule("login 405 405 405 405 405 405 405"), ("someones_application",)),
    Row("volunteering:change_my_mission", NOT_THEIRS, ("someones_application",), acts=True, owner="moved"),
    Row("volunteering:my_thread", EVERYONE, ("my_applications_token", "application")),
    Row("volunteering:my_thread", NOBODY, ("my_applications_token", "application"), acts=True),
    Row("volunteering:my_thread", NOBODY, ("my_applications_token", "someones_application")),
    Row("volunteering:my_thread", NOBODY, ("answer_applicants_token", "application")),
    Row("volunteering:my_thread_in_account", NOT_THEIRS, ("someones_application",), owner="200"),
    Row("volunteering:my_thread_in_account", NOT_THEIRS, ("application",), acts=True),
    Row("volunteering:applicant_thread", EVERYONE, ("answer_applicants_token", "application")),
    Row("volunteering:applicant_thread", NOBODY, ("answer_applicants_token", "application"), acts=True),
    Row("volunteering:applicant_thread", NOBODY, ("answer_applicants_token", "someones_application")),
    Row("volunteering:applicant_thread", NOBODY, ("my_applications_token", "application")),
    Row("volunteering:change_my_application", rule("405 " * 8), ("my_applications_token", "application")),
    Row("volunteering:change_my_application", ELSEWHERE, ("my_applications_token", "application"), acts=True),
    Row("volunteering:change_my_application", NOBODY, ("my_applications_token", "someones_application"), acts=True),
    Row("volunteering:change_my_application", NOBODY, ("a-forged-token", "application"), acts=True),
    Row("volunteering:change_applicant", rule("405 " * 8), ("answer_applicants_token", "application")),
    Row("volunteering:change_applicant", rule("refused " * 8), ("answer_applicants_token", "application"), acts=True),
    Row("volunteering:change_applicant", NOBODY, ("answer_applicants_token", "someones_application"), acts=True),
    Row("volunteering:change_applicant", NOBODY, ("my_applications_token", "application"), acts=True),
]

# One's calendar: made and stopped by oneself, read by whoever holds its address.
CALENDAR = [
    Row("volunteering:change_calendar", rule("login 405 405 405 405 405 405 405")),
    Row("volunteering:change_calendar", NOT_THEIRS, acts=True),
    Row("volunteering:change_calendar_by_link", rule("405 " * 8), ("my_applications_token",)),
    # Without one of its two buttons nothing happens.
    Row("volunteering:change_calendar_by_link", NOBODY, ("my_applications_token",), acts=True),
    *(
        Row("volunteering:change_calendar_by_link", NOBODY, (token,), acts=acts)
        for token in ("a-forged-token", "my_calendar_token", "answer_applicants_token")
        for acts in (False, True)
    ),
    Row("volunteering:my_calendar", EVERYONE, ("my_calendar_token",)),
    *(Row("volunteering:my_calendar", NOBODY, (token,)) for token in ("a-forged-token", "my_applications_token")),
    Row("volunteering:my_calendar", rule("405 " * 8), ("my_calendar_token",), acts=True),
    Row("volunteering:my_applications", NOBODY, ("my_calendar_token",)),
    Row("volunteering:my_data_by_link", NOBODY, ("my_calendar_token",)),
]

# The association's space: what is somebody else's does not exist.
MEMBERS = rule("login 404 200 404 404 404 404 404")
OVERVIEWS = ("applicants", "roster", "write", "find")
SPACE = [
    Row("volunteering:my_space", SIGNED),
    *(Row(f"volunteering:space_{name}", MEMBERS, ("mission",)) for name in OVERVIEWS),
    *(Row(f"volunteering:space_{name}", NOT_THEIRS, ("foreign_mission",), other="200") for name in OVERVIEWS),
    Row("volunteering:space_write", MEMBERS, ("mission",), acts=True),
    Row("volunteering:space_write", NOT_THEIRS, ("foreign_mission",), acts=True, other="200"),
    Row("volunteering:space_find", MEMBERS, ("mission",), "?skill=garbage&km=-1&day=%00&creneau=x&page=abc"),
    Row("volunteering:space_invite", MEMBERS, ("mission", "findable_volunteer")),
    Row("volunteering:space_invite", rule("login 404 refused 404 404 404 404 404"), ("mission", "volunteer")),
    Row("volunteering:space_invite", NOT_THEIRS, ("foreign_mission", "findable_volunteer"), other="200"),
    Row("volunteering:space_invite", NOT_THEIRS, ("foreign_mission", "findable_volunteer"), acts=True, other="moved"),
    Row("volunteering:stop_being_found", EVERYONE, ("stop_being_found_token",)),
    Row("volunteering:stop_being_found", EVERYONE, ("stop_being_found_token",), acts=True),
    Row("volunteering:stop_being_found", NOBODY, ("a-forged-token",), acts=True),
    Row("volunteering:stop_being_found", NOBODY, ("my_applications_token",), acts=True),
    Row("volunteering:my_applications", NOBODY, ("stop_being_found_token",)),
    Row("volunteering:space_members", MEMBERS, ("association",)),
    Row("volunteering:space_members", MEMBERS, ("association",), acts=True),
    Row("volunteering:space_members", NOT_THEIRS, ("draft_association",)),
    Row("volunteering:space_confirm", rule("login 405 405 405 405 405 405 405"), ("association",)),
    Row("volunteering:space_confirm", rule("login 404 moved 404 404 404 404 404"), ("association",), acts=True),
    Row("volunteering:space_confirm", NOT_THEIRS, ("draft_association",), acts=True),
    # The yearly check: whoever holds the link of the mail, and no other link.
    Row("volunteering:check_record", EVERYONE, ("check_record_token",)),
    Row("volunteering:check_record", ELSEWHERE, ("check_record_token",), acts=True),
    *(Row("volunteering:check_record", NOBODY, (name,)) for name in ("a-forged-token", "accept_invitation_token")),
    Row("volunteering:check_record", NOBODY, ("answer_applicants_token",), acts=True),
    Row("volunteering:answer_applicants", NOBODY, ("check_record_token",)),
    Row("volunteering:space_members", NOT_THEIRS, ("draft_association",), acts=True),
    Row("volunteering:space_change_applicant", rule("login 405 405 405 405 405 405 405"), ("mission", "application")),
    Row(
        "volunteering:space_change_applicant",
        NOT_THEIRS,
        ("foreign_mission", "someones_application"),
        acts=True,
        other="refused",
    ),
    Row("volunteering:space_change_applicant", NOT_THEIRS, ("wanted_mission", "someones_application"), acts=True),
    Row("volunteering:space_thread", MEMBERS, ("wanted_mission", "application")),
    Row("volunteering:space_thread", NOT_THEIRS, ("wanted_mission", "someones_application")),
    Row("volunteering:space_thread", NOT_THEIRS, ("foreign_mission", "someones_application"), other="200"),
    Row("volunteering:accept_invitation", SIGNED, ("accept_invitation_token",)),
    Row("volunteering:accept_invitation", NOT_THEIRS, ("a-forged-token",)),
    Row("volunteering:accept_invitation", NOT_THEIRS, ("my_applications_token",), acts=True),
]

# "This is mine": for whoever is signed in. A code is typed once it was asked for; a manager has nothing to ask.
ASKING = rule("login 200 moved 200 200 200 200 200")
CLAIMING = ("claim", "claim_by_code", "claim_by_city")
CLAIMS = [
    Row("volunteering:claim", SIGNED, ("association",)),
    Row("volunteering:claim_by_code", rule("login moved moved moved moved moved moved moved"), ("association",)),
    # Who has asked already waits for the answer.
    Row("volunteering:claim_by_city", ASKING, ("association",), owner="moved"),
    Row("volunteering:claim_by_city", ASKING, ("association",), acts=True, owner="moved"),
    Row("volunteering:claim", rule("login moved moved moved moved moved moved moved"), ("association",), acts=True),
    Row("volunteering:claim_by_code", ASKING, ("association",), "?code=000000", owner="moved"),
    Row("volunteering:claim_by_code", ASKING, ("association",), acts=True, owner="moved"),
    *(Row(f"volunteering:{way}", NOT_THEIRS, ("draft_association",)) for way in CLAIMING),
    *(Row(f"volunteering:{way}", NOT_THEIRS, ("draft_association",), acts=True) for way in CLAIMING),
]

# One's own profile: signed in, one's own and nobody else's. Who has said nothing yet begins with the first step.
AFTER_THE_NAME = rule("login moved moved moved moved moved moved moved")
STEPS = ("where", "when", "likes")
PROFILE = [
    Row("volunteering:my_profile", SIGNED),
    Row("volunteering:pause_my_profile", rule("login 405 405 405 405 405 405 405")),
    Row("volunteering:pause_my_profile", AFTER_THE_NAME, acts=True),
    Row("volunteering:accept_charter", rule("login 405 405 405 405 405 405 405")),
    Row("volunteering:accept_charter", AFTER_THE_NAME, acts=True),
    Row("volunteering:profile_you", SIGNED),
    Row("volunteering:profile_you", SIGNED, acts=True),
    *(Row(f"volunteering:profile_{step}", AFTER_THE_NAME, owner="200") for step in STEPS),
    *(Row(f"volunteering:profile_{step}", AFTER_THE_NAME, acts=True) for step in STEPS[:2]),
    # Without a tick, and why.
    Row("volunteering:profile_likes", AFTER_THE_NAME, acts=True, owner="200"),
]

# My data: one's own; behind a link that of the address it was sent to, once that is proven.
MY_DATA = [
    Row("volunteering:my_data", SIGNED),
    *(Row("volunteering:my_data_file", SIGNED, (kind,)) for kind in ("json", "csv")),
    Row("volunteering:my_data_file", NOT_THEIRS, ("exe",)),
    Row("volunteering:erase_my_data", SIGNED),
    # Without the tick nothing happens.
    Row("volunteering:erase_my_data", SIGNED, acts=True),
    Row("volunteering:my_data_erased", EVERYONE),
    Row("volunteering:my_data_by_link", EVERYONE, ("my_applications_token",)),
    Row("volunteering:my_data_by_link", ELSEWHERE, ("my_applications_token",), acts=True),
    *(Row("volunteering:my_data_file_by_link", EVERYONE, ("my_applications_token", kind)) for kind in ("json", "csv")),
    Row("volunteering:my_data_file_by_link", NOBODY, ("my_applications_token", "exe")),
    Row("volunteering:erase_my_data_by_link", EVERYONE, ("my_applications_token",)),
    Row("volunteering:erase_my_data_by_link", EVERYONE, ("my_applications_token",), acts=True),
    # A link for something else, or for nothing, opens and erases nothing.
    *(
        Row(f"volunteering:{view}", NOBODY, (token,), acts=acts)
        for view in ("my_data_by_link", "erase_my_data_by_link")
        for token in ("a-forged-token", "answer_applicants_token", "prove_sign_up_token")
        for acts in (False, True)
    ),
    Row("volunteering:my_data_file_by_link", NOBODY, ("answer_applicants_token", "json")),
]

# Passkeys: one's own and nobody else's. Who is signed in already needs no way in.
ONES_KEY = ("edit", "remove")
PASSKEYS = [
    *(Row(name, SIGNED) for name in ("mfa_index", "mfa_list_webauthn")),
    Row("mfa_add_webauthn", SIGNED),
    # Without a passkey nothing is added.
    Row("mfa_add_webauthn", SIGNED, acts=True),
    *(Row(f"mfa_{verb}_webauthn", NOT_THEIRS, ("someones_passkey",), owner="200") for verb in ONES_KEY),
    # Without a name it keeps the one it has.
    Row("mfa_edit_webauthn", NOT_THEIRS, ("someones_passkey",), acts=True, owner="200"),
    Row("mfa_remove_webauthn", NOT_THEIRS, ("someones_passkey",), acts=True, owner="moved"),
    Row("mfa_login_webauthn", rule("login moved moved moved moved moved moved moved")),
    Row("mfa_login_webauthn", rule("login moved moved moved moved moved moved moved"), acts=True),
    Row("account_reauthenticate", SIGNED),
]
