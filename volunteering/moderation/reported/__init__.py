"""The office’s side of reports: one line per page, the oldest first, answered within a day."""
