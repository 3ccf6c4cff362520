"""How often one may claim a record, and guess its code."""

from datetime import timedelta

from volunteering.core.ratelimit import Limit
from volunteering.directory.models import CODE_FOR, Claim

# Of one account, whatever the record.
CLAIMS = Limit("directory.claims", times=6, within=timedelta(days=1))
# To one office, whoever asks: its mailbox is not ours to fill.
CODES_TO_OFFICE = Limit("directory.codes_to_office", times=3, within=timedelta(days=1))
# Of 900,000 codes; a fresh code does not bring fresh tries. Whoever has used them up asks the city.
TRIES = Limit("directory.claim_tries", times=5, within=CODE_FOR)
TRIES_AT_OFFICE = Limit("directory.claim_tries_at_office", times=15, within=CODE_FOR)


def may_try(claim: Claim) -> bool:
    """Counts this try: by account, and by record."""
    record = str(claim.association_id)
    return TRIES.take(str(claim.user_id), record) and TRIES_AT_OFFICE.take(record)
