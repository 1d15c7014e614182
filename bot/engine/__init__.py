"""The engine: text and a conversation value in; a reply and the next conversation value out.

Pure and synchronous. Nothing here knows Discord, watches files, reads a clock or an environment.

`engine.py` is the way in; `entries`, `conversation` and `replies` are what goes in and comes out.
The packages are layers, each of which knows only those below it: `deciding`, `reading`,
`narrowing`, `matching`, `wording`, `languages`, `names`, `lexical`, `tables`.
"""
