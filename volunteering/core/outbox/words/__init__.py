"""A city's own words in its mails: how each kind begins and ends, with a preview and a way back."""
