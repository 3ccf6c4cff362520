"""The plugin's settings: one property each, with type, default and reason.

A site sets them in one dictionary: `VOLUNTEERING = {"OCCURRENCE_MONTHS": 24}`. They are read late, so that
`override_settings` and a changed environment are seen; `checks.py` verifies them at start-up.
"""

from typing import Any

from django.conf import settings


class Conf:
    def _get(self, name: str, default: Any) -> Any:
        return getattr(settings, "VOLUNTEERING", {}).get(name, default)

    @property
    def PAGE_SIZE(self) -> int:  # noqa: N802 — settings are spelled in capitals
        """Cards on one page of a list. 20 fill three screens of a phone."""
        return self._get("PAGE_SIZE", 20)

    @property
    def COUNT_CAP(self) -> int:  # noqa: N802 — settings are spelled in capitals
        """Lists count their results up to here, then say "more than": counting everything grows with the city."""
        return self._get("COUNT_CAP", 500)

    @property
    def OCCURRENCE_MONTHS(self) -> int:  # noqa: N802 — settings are spelled in capitals
        """Months ahead for which the dates of recurring events exist as rows (`refill_occurrences` keeps it so)."""
        return self._get("OCCURRENCE_MONTHS", 18)

    @property
    def STALE_MONTHS(self) -> int:  # noqa: N802 — settings are spelled in capitals
        """Months after which a record nobody touched is shown to editors as stale."""
        return self._get("STALE_MONTHS", 12)

    @property
    def RECORD_CHECK_DAYS(self) -> int:  # noqa: N802 — settings are spelled in capitals
        """Days after which an association is asked whether its record is still right: teams change once a year."""
        return self._get("RECORD_CHECK_DAYS", 365)

    @property
    def RECORD_NOTICE_DAYS(self) -> int:  # noqa: N802 — settings are spelled in capitals
        """Days between the first notice and the second, and between the second and taking the record off the site.

        A month outlasts holidays; a board meets at least once in it.
        """
        return self._get("RECORD_NOTICE_DAYS", 30)

    @property
    def RECORD_CHECKS_PER_NIGHT(self) -> int:  # noqa: N802 — settings are spelled in capitals
        """How many associations are asked in one night, those not confirmed for longest first.

        Thousands of records that were imported on one day are not asked on one day: the office answers the telephone.
        """
        return self._get("RECORD_CHECKS_PER_NIGHT", 50)

    @property
    def URGENT_DAYS(self) -> int:  # noqa: N802 — settings are spelled in capitals
        """A mission that starts within this many days and still has places is called urgent."""
        return self._get("URGENT_DAYS", 7)

    @property
    def GEOCODER(self) -> str:  # noqa: N802 — settings are spelled in capitals
        """Dotted path of the geocoding backend. The default one asks nobody: a site chooses to call a service."""
        return self._get("GEOCODER", "volunteering.core.geocoding.NullGeocoder")

    @property
    def PAGE_CACHE(self) -> str:  # noqa: N802 — settings are spelled in capitals
        """Alias in CACHES of the cache that keeps public pages and their pieces.

        One in each process's memory will do: what is kept carries the content's version. A cache of its own keeps
        strangers who ask for thousands of addresses from pushing out what the default one holds.
        """
        return self._get("PAGE_CACHE", "default")

    @property
    def PAGE_CACHE_SECONDS(self) -> int:  # noqa: N802 — settings are spelled in capitals
        """How long what everyone may read is kept: lists, cards, counts, short feeds; with the middleware PageCache
        also whole pages, for visitors who are not signed in.

        A change of the content shows at once; this bounds how late a page notices that time has passed. 0: never kept.
        """
        return self._get("PAGE_CACHE_SECONDS", 60)

    @property
    def IMPORT_MAX_BYTES(self) -> int:  # noqa: N802 — settings are spelled in capitals
        """Largest file an import reads, in bytes. The national register's biggest department has about 60 MB."""
        return self._get("IMPORT_MAX_BYTES", 100 * 1024 * 1024)

    @property
    def ICAL_DOMAIN(self) -> str:  # noqa: N802 — settings are spelled in capitals
        """What follows the @ in the identifiers of calendar entries; empty, the name of the site's host.

        A site that moves to another name keeps the old one here: otherwise every date comes a second time into the
        calendars of those who kept one.
        """
        return self._get("ICAL_DOMAIN", "")

    @property
    def PRIVATE_STORAGE(self) -> str:  # noqa: N802 — settings are spelled in capitals
        """Alias in STORAGES for files nobody may fetch by an address, like uploads that wait to be imported.

        The default one gives them names that cannot be guessed and deletes them after use; a storage outside
        MEDIA_ROOT is better still.
        """
        return self._get("PRIVATE_STORAGE", "default")

    @property
    def BASE_URL(self) -> str:  # noqa: N802 — settings are spelled in capitals
        """Where links in mails lead, like https://www.ville.example. Empty: what Wagtail knows (Settings, Sites)."""
        return self._get("BASE_URL", "")

    @property
    def QUIET_HOURS(self) -> tuple[int, int]:  # noqa: N802 — settings are spelled in capitals
        """Full hours between which mails that can wait do wait, by the clock of TIME_ZONE. (0, 0): never."""
        return self._get("QUIET_HOURS", (21, 8))

    @property
    def OFFER_HOURS(self) -> int:  # noqa: N802 — settings are spelled in capitals
        """Hours for which a place that came free is kept for the first on the waiting list."""
        return self._get("OFFER_HOURS", 48)

    @property
    def MINIMUM_AGE(self) -> int:  # noqa: N802 — settings are spelled in capitals
        """Age from which on one may sign up at all; a mission may ask for more. The law leaves 15, 16 or 18."""
        return self._get("MINIMUM_AGE", 16)

    @property
    def HELP_OFFERS(self) -> int:  # noqa: N802 — settings are spelled in capitals
        """Offers of one volunteer that wait for an answer or a visit. More are promises that nobody keeps."""
        return self._get("HELP_OFFERS", 5)

    @property
    def HELP_REFUSED(self) -> tuple:  # noqa: N802 — settings are spelled in capitals
        """What volunteers do not do, beside the kinds of a hand: each a dictionary with `label`, `explanation`, and
        where else to turn, `url` and `link` (its words), which may be empty. Empty: ours, which are childcare, care and
        trades.
        """
        return self._get("HELP_REFUSED", ())

    @property
    def ACCOUNTS_PROVE_ADDRESSES(self) -> bool:  # noqa: N802 — settings are spelled in capitals
        """Whether an account's e-mail address is known to be its owner's (a code was sent there to open it).

        Otherwise somebody who is signed in follows a link of a mail once, like everybody else, and nobody claims the
        record of an association online.
        """
        return self._get("ACCOUNTS_PROVE_ADDRESSES", False)

    @property
    def ERASURE_LEDGER(self) -> str:  # noqa: N802 — settings are spelled in capitals
        """Path of a file outside the database in which each erasure leaves a line that names nobody.

        After the restore of an older backup, `replay_erasures` reads there who has to go again. Keep it where a restore
        does not reach, never among the files that visitors may fetch. Empty: the database alone remembers.
        """
        return self._get("ERASURE_LEDGER", "")

    @property
    def ERASURE_LEDGER_MONTHS(self) -> int:  # noqa: N802 — settings are spelled in capitals
        """Months for which an erasure is remembered: longer than any backup of yours lives."""
        return self._get("ERASURE_LEDGER_MONTHS", 13)

    @property
    def TRUSTED_PROXIES(self) -> int:  # noqa: N802 — settings are spelled in capitals
        """How many web servers of yours stand in front and add to X-Forwarded-For. Limits count by what they say."""
        return self._get("TRUSTED_PROXIES", 0)


conf = Conf()
