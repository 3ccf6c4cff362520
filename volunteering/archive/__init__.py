"""All of a city's data in one file that anybody can read, and back: to leave for another product, or to move into a
fresh installation of this one. What a backup is not: it knows neither database nor server, and needs none of this code.

tables and contents (what is taken, what is left out and why) · rows and embedded (a row as JSON, and back) · manifest ·
sheets (CSV for people) · readme · export (writes) · reading and checking (believe nothing) · moving_in (writes what was
checked) · vacancy (where one may move in). The format: docs/reference/formats.md.
"""
