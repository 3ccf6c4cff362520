"""`make load`: half an hour of a town's evening in one minute, against gunicorn, PostgreSQL and Redis on the loopback.

town       what is there before: pages, people with sessions, somebody of the office
browser    a person's browser, which keeps the time of each answer
visits     what one person does, of each kind
traffic    many of them at their moments
processes  a server that can be started, stopped and killed
"""
