"""Everything a site holds in one folder, and back: the database, what was uploaded, and what proves that it is whole.

    2026-03-04/
        manifest.json       when, by which version, on which engine, how many rows and files
        SHA256SUMS          of each file, as `sha256sum --check SHA256SUMS` reads it
        database.sqlite3    or database.dump, in PostgreSQL's own format
        media/<alias>/…     the files of each storage of STORAGES that is a folder

The database is copied first, then the files: a row that is in the copy names a file that was there before. What is made
is called `….unfinished` until it is whole. See docs/how-to/server.md.
"""
