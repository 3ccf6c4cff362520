"""Anybody’s report that something on a public page is not right: the form, and the mails about it."""
