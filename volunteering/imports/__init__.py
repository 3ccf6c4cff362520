"""Row → form → report, dry run first."""
