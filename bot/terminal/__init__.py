"""The terminal's surfaces: the chat, one question, lines of JSON, and how text is shown."""
