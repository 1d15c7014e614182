"""A query read against the knowledge, by itself and with the turns before it."""
