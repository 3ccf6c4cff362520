"""One format per file: querysets in, text out."""
