"""The office's side: what waits, read with what one should look at, and answered with a button."""
