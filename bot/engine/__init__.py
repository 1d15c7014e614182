"""The engine: text and a conversation value in; a reply and the next conversation value out.

Pure and synchronous. Nothing here knows Discord, watches files, reads a clock or an environment.
"""
