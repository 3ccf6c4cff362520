"""`make bench`: how fast the lists and pages are, beside a constant response, at growing sizes, on both databases.

world      thousands of pages, written in bulk
requests   queries and milliseconds of a request, inside the process
server     requests per second and CPU per request behind gunicorn
settings   the demo city as a server runs it; `urls` adds the constant response
"""
