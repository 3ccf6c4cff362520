"""The demo city's settings: `base` for all, `dev` for `make demo`, `test` for the tests, `production` for a server."""
