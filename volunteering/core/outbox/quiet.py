"""When mails that can wait do wait: by the city's clock, also on the nights it changes. Pure."""

from datetime import datetime, tzinfo


def is_quiet(moment: datetime, *, hours: tuple[int, int], zone: tzinfo) -> bool:
    """Whether the wall clock in `zone` stands between the two full hours; (21, 8) runs over midnight, (0, 0) never."""
    begins, ends = hours
    hour = moment.astimezone(zone).hour
    if begins <= ends:
        return begins <= hour < ends
    return hour >= begins or hour < ends
